/**
 * Levenshtein distance: the fewest insertions, deletions and substitutions that turn one text into the other.
 *
 * Use it where swaps of neighbours should cost two. For typing errors osa-distance.ts fits better.
 *
 * Formula: d(i, j) = min(d(i-1, j) + 1, d(i, j-1) + 1, d(i-1, j-1) + [a_i ≠ b_j]). Source: Wagner & Fischer
 * 1974.
 *
 * Example: 'timing' to 'training' is 3, 'pirce' to 'price' is 2.
 */
import { codePoints } from './code-points.ts'

export function levenshteinDistance(a: string, b: string): number {
  const left = codePoints(a)
  const right = codePoints(b)
  const row = Int32Array.from({ length: right.length + 1 }, (_, j) => j)
  for (let i = 1; i <= left.length; i++) {
    let diagonal = row[0] ?? 0
    row[0] = i
    for (let j = 1; j <= right.length; j++) {
      const above = row[j] ?? 0
      const substitution = diagonal + (left[i - 1] === right[j - 1] ? 0 : 1)
      row[j] = Math.min(substitution, above + 1, (row[j - 1] ?? 0) + 1)
      diagonal = above
    }
  }
  return row[right.length] ?? 0
}
