/**
 * Optimal string alignment distance: the fewest insertions, deletions, substitutions and swaps of neighbours
 * that turn one text into the other, no piece edited twice (restricted Damerau-Levenshtein).
 *
 * Use it for typing errors. Not for word order or synonyms. Not a metric: the triangle inequality can fail.
 *
 * Formula: d(i, j) = min(d(i-1, j) + 1, d(i, j-1) + 1, d(i-1, j-1) + [a_i ≠ b_j], d(i-2, j-2) + 1 for a
 * swap).
 * Source: R package stringdist, method "osa". Counts characters, not 16-bit units.
 *
 * Example: 'pirce' to 'price' is 1, 'ca' to 'abc' is 3.
 */
import { codePoints } from './code-points.ts'
import { osaWithin } from './osa-within.ts'

export function osaDistance(a: string, b: string): number {
  const left = codePoints(a)
  const right = codePoints(b)
  const most = Math.max(left.length, right.length)
  return osaWithin(left, right, most) ?? most
}
