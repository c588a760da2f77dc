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
  let largest = 0
  const differences = x.flatMap((value, i) => {
    const other = y[i] ?? null
    if (value === null || other === null) return []
    largest = Math.max(largest, Math.abs(value), Math.abs(other))
    return [value - other]
  })
  const { n, mean, sd } = meanAndSd(differences)
  if (mean === null || sd === null) return { n, ...undefinedDifference('fewer than 2 complete pairs') }
  // 0.3 - 0.1 and 0.4 - 0.2 are the same difference but for rounding.
  if (sd <= 1e-12 * largest) return { n, ...differenceWithoutSpread(mean) }
  return { n, ...differenceOf(mean, sd / Math.sqrt(n), n - 1, confidence) }
}
