/**
 * How many letters two texts have in common in the same order, at most: a fast bound on their edit distance.
 *
 * Use it to rule out pairs before the distance itself is computed: a text within d edits (insertions,
 * deletions, substitutions, swaps of neighbours) of another keeps all but d of its letters in order, so a
 * longest common subsequence shorter than length - d settles the matter. Not as the exact length: letters are
 * folded to 128 slots, which may count too many in common, never too few.
 *
 * Formula: bit-parallel longest common subsequence, V = (V + (V & M)) | (V & ~M) per letter, zeros of V
 * counted at the end, in words of 30 bits so that the carry fits a 32-bit integer. Source: Crochemore et al.
 * 2001; Hyyrö 2004.
 *
 * Example: commonSubsequence(letterMasks(price), pirce) = 4
 */
import { bitCount } from './bit-count.ts'

const SLOTS = 128
const WORD = 30
const FULL = 2 ** WORD - 1

export interface LetterMasks {
  readonly length: number
  readonly words: number
  /** for each slot and word, the places of its letters */
  readonly masks: Int32Array
  readonly state: Int32Array
}

/** Where each letter stands in the text; made once, compared with many. */
export function letterMasks(text: Uint32Array): LetterMasks {
  const words = Math.max(1, Math.ceil(text.length / WORD))
  const masks = new Int32Array(SLOTS * words)
  text.forEach((letter, place) => {
    const at = (letter % SLOTS) * words + Math.floor(place / WORD)
    masks[at] = (masks[at] ?? 0) | (1 << (place % WORD))
  })
  return { length: text.length, words, masks, state: new Int32Array(words) }
}

export function commonSubsequence({ length, words, masks, state }: LetterMasks, other: Uint32Array): number {
  state.fill(FULL)
  for (let i = 0; i < other.length; i++) {
    const at = ((other[i] ?? 0) % SLOTS) * words
    let carry = 0
    for (let word = 0; word < words; word++) {
      const v = state[word] ?? 0
      const matched = v & (masks[at + word] ?? 0)
      const sum = v + matched + carry
      carry = sum >>> WORD
      state[word] = (sum & FULL) | (v - matched)
    }
  }
  let common = 0
  for (let word = 0; word < words; word++) {
    const bits = Math.min(WORD, length - word * WORD)
    common += bits - bitCount((state[word] ?? 0) & (2 ** bits - 1))
  }
  return common
}
