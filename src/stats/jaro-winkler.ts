/**
 * Jaro and Jaro-Winkler similarity of two texts, on 0 … 1.
 *
 * Use it for names, where the beginning is typed right. Not to merge lost reasons: it rewards shared
 * prefixes, so 'company too small' and 'company too large' score 0.915.
 *
 * Formula: m characters match when equal and at most ⌊max(len)/2⌋ - 1 places apart, t is half the number of
 * matched characters out of order; Jaro = (m/|a| + m/|b| + (m - t)/m) / 3. Winkler adds 0.1 · prefix (up to
 * 4) · (1 - Jaro). Both empty: 1; one empty: 0. Source: Winkler 1990; R package stringdist with p = 0.1.
 *
 * Example: MARTHA, MARHTA: 0.9444 and 0.9611.
 */
import { codePoints } from './code-points.ts'

export function jaroWinkler(a: string, b: string): { readonly jaro: number; readonly jaroWinkler: number } {
  const left = codePoints(a)
  const right = codePoints(b)
  const jaro = jaroOf(left, right)
  let prefix = 0
  while (prefix < 4 && prefix < left.length && prefix < right.length && left[prefix] === right[prefix])
    prefix += 1
  return { jaro, jaroWinkler: jaro + 0.1 * prefix * (1 - jaro) }
}

function jaroOf(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 && b.length === 0) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const takenInB = new Uint8Array(b.length)
  const matchedA: number[] = []
  a.forEach((character, i) => {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (takenInB[j] === 0 && b[j] === character) {
        takenInB[j] = 1
        matchedA.push(character)
        break
      }
    }
  })
  const matches = matchedA.length
  if (matches === 0) return 0
  let place = 0
  let outOfOrder = 0
  b.forEach((character, j) => {
    if (takenInB[j] === 0) return
    if (character !== matchedA[place]) outOfOrder += 1
    place += 1
  })
  return (matches / a.length + matches / b.length + (matches - outOfOrder / 2) / matches) / 3
}
