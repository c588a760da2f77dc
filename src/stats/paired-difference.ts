/**
 * Mean difference, x minus y, of two scores of the same customers, with a t interval.
 *
 * Use it for touchpoint against journey when both were answered by the same people, from about 10 pairs on.
 * Pairs with a null on either side are left out.
 *
 * Formula: t interval of the differences on n - 1 degrees of freedom; no spread among them: 'zero-variance'.
 * Source: Student 1908; R's t.test(paired = TRUE).
 *
 * Example: 1 4 6 8 with 2 9 4 4: mean difference 0 [-6.23, 6.23].
 */
import { meanAndSd } from './mean-and-sd.ts'
import { differenceOf, differenceWithoutSpread, undefinedDifference } from './mean-difference.ts'
import type { MeanDifference } from './mean-difference.ts'
import { requireConfidence, requireThat } from './misuse.ts'

export type PairedDifference = { readonly n: number } & MeanDifference

export function pairedDifference(
  x: readonly (number | null)[],
  y: readonly (number | null)[],
  confidence = 0.95,
): PairedDifference {
  requireConfidence(confidence)
  requireThat(x.length === y.length, 'pairedDifference needs lists of the same length')
  const differences = x.flatMap((value, i) => {
    const other = y[i] ?? null
    return value === null || other === null ? [] : [value - other]
  })
  const { n, mean, sd } = meanAndSd(differences)
  if (mean === null || sd === null) return { n, ...undefinedDifference('fewer than 2 complete pairs') }
  if (sd === 0) return { n, ...differenceWithoutSpread(mean) }
  return { n, ...differenceOf(mean, sd / Math.sqrt(n), n - 1, confidence) }
}
