/**
 * The first of the texts put in so far that is close enough to a given one.
 *
 * Use it to compare thousands of short texts with each other without comparing all pairs in full. Texts outside the
 * length limits are never near anything.
 *
 * Rule: near means optimal-string-alignment similarity 1 - d / max(length) >= `similarity`. Three cheap bounds come
 * before the distance: the lengths, the sets of letters, and the counts of letters (an edit changes each side by at
 * most one letter). All three only ever rule out what the distance would rule out too.
 *
 * Example: after add('competitor'), find('competitior') gives place 0 with similarity 10/11.
 */
import { codePoints } from './code-points.ts'
import { osaWithin } from './osa-within.ts'
import { editSimilarity } from './similarity.ts'

export interface NearTextLimits {
  readonly similarity: number
  readonly shortest: number
  readonly longest: number
}

interface Entry {
  readonly place: number
  readonly letters: Uint32Array
  readonly bag: Int8Array
}

const BAG_SIZE = 32

export class NearTextIndex {
  readonly #limits: NearTextLimits
  readonly #byLength = new Map<number, Entry[]>()
  #size = 0

  constructor(limits: NearTextLimits) {
    this.#limits = limits
  }

  /** Takes the text in at the next place (0, 1, 2 …); out-of-limit texts take a place but are never found. */
  add(text: string): void {
    const letters = codePoints(text)
    const entry = { place: this.#size, letters, bag: bagOf(letters) }
    this.#size += 1
    if (!this.#fits(letters.length)) return
    const entries = this.#byLength.get(letters.length)
    if (entries) entries.push(entry)
    else this.#byLength.set(letters.length, [entry])
  }

  /** The near text with the lowest place, or null. */
  find(text: string): { readonly place: number; readonly similarity: number } | null {
    const letters = codePoints(text)
    const { length } = letters
    if (!this.#fits(length)) return null
    const bag = bagOf(letters)
    let found: { place: number; similarity: number } | null = null
    const reach = Math.ceil(length / this.#limits.similarity)
    for (let other = Math.floor(length * this.#limits.similarity); other <= reach; other++) {
      const limit = Math.floor((1 - this.#limits.similarity) * Math.max(length, other) + 1e-9)
      if (Math.abs(length - other) > limit) continue
      for (const entry of this.#byLength.get(other) ?? []) {
        if (found !== null && entry.place > found.place) break
        if (!bagsWithin(bag, entry.bag, limit)) continue
        const distance = osaWithin(letters, entry.letters, limit)
        if (distance === null) continue
        found = { place: entry.place, similarity: editSimilarity(distance, length, other) }
        break
      }
    }
    return found
  }

  #fits(length: number): boolean {
    return length >= this.#limits.shortest && length <= this.#limits.longest
  }
}

function bagOf(letters: Uint32Array): Int8Array {
  const bag = new Int8Array(BAG_SIZE)
  for (const letter of letters) {
    const slot = letter % BAG_SIZE
    bag[slot] = Math.min(127, (bag[slot] ?? 0) + 1)
  }
  return bag
}

function bagsWithin(a: Int8Array, b: Int8Array, limit: number): boolean {
  let more = 0
  let fewer = 0
  for (let slot = 0; slot < BAG_SIZE; slot++) {
    const difference = (a[slot] ?? 0) - (b[slot] ?? 0)
    if (difference > 0) more += difference
    else fewer -= difference
    if (more > limit || fewer > limit) return false
  }
  return true
}
