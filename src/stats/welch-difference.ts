/**
 * Difference of two means, x minus y, of different people, with Welch's interval.
 *
 * Use it for touchpoint scores against journey scores when the customers differ. The same customers:
 * paired-difference. Not for medians, nor for fewer than 2 values on a side.
 *
 * Formula: se² = s1²/n1 + s2²/n2; df = se⁴ / (s1⁴/(n1²(n1-1)) + s2⁴/(n2²(n2-1))); t interval. Both spreads 0:
 * 'zero-variance', the difference without interval. Source: Welch 1947; R's t.test.
 *
 * Example: 1 4 6 8 against 2 9 4 4 7: -0.45 [-5.14, 4.24], df 6.3.
 */
import { meanAndSd } from './mean-and-sd.ts'
import { differenceOf, differenceWithoutSpread, undefinedDifference } from './mean-difference.ts'
import type { MeanDifference } from './mean-difference.ts'
import { requireConfidence } from './misuse.ts'

export type WelchDifference = { readonly n1: number; readonly n2: number } & MeanDifference

export function welchDifference(
  x: readonly number[],
  y: readonly number[],
  confidence = 0.95,
): WelchDifference {
  requireConfidence(confidence)
  const first = meanAndSd(x)
  const second = meanAndSd(y)
  const sizes = { n1: first.n, n2: second.n }
  if (first.mean === null || second.mean === null || first.sd === null || second.sd === null) {
    return { ...sizes, ...undefinedDifference('fewer than 2 values on a side') }
  }
  const diff = first.mean - second.mean
  const v1 = first.sd ** 2 / first.n
  const v2 = second.sd ** 2 / second.n
  if (v1 + v2 === 0) return { ...sizes, ...differenceWithoutSpread(diff) }
  const df = (v1 + v2) ** 2 / (v1 ** 2 / (first.n - 1) + v2 ** 2 / (second.n - 1))
  return { ...sizes, ...differenceOf(diff, Math.sqrt(v1 + v2), df, confidence) }
}
