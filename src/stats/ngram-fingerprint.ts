/**
 * A key under which texts meet that are made of the same short runs of letters, spaces ignored.
 *
 * Use it to see near-duplicates that word order and spacing hide ('no decision', 'no-decision',
 * 'nodecision'). Not on short texts, where unrelated words share their runs.
 *
 * Rule: folded text without punctuation, symbols, control characters and white space; its distinct runs of
 * `size` characters, sorted by code unit, joined. Shorter texts give ''. Source: OpenRefine,
 * NGramFingerprintKeyer.
 *
 * Example: ngramFingerprint('price') = 'ceicprri'
 */
import { foldText } from './fold-text.ts'
import { requireThat } from './misuse.ts'

export function ngramFingerprint(text: string, size = 2): string {
  requireThat(Number.isInteger(size) && size >= 1, `size must be a whole number >= 1, got ${size}`)
  const letters = Array.from(foldText(text).replace(/[\p{P}\p{S}\p{C}\s]+/gu, ''))
  const runs = new Set<string>()
  for (let start = 0; start + size <= letters.length; start++) {
    runs.add(letters.slice(start, start + size).join(''))
  }
  return [...runs].sort().join('')
}
