/**
 * The first of the texts put in so far that is close enough to a given one.
 *
 * Use it to compare thousands of short texts with each other without comparing all pairs in full. Texts
 * outside the length limits are never near anything.
 *
 * Rule: near means optimal-string-alignment similarity 1 - d / max(length) >= `similarity`. Three cheap
 * bounds come before the distance: the lengths, the counts of letters (an edit takes away at most one letter
 * and brings at most one), and the letters in common in the same order. They only ever rule out what the
 * distance would rule out too.
 *
 * Example: after add('competitor'), find('competitior') gives place 0 with similarity 10/11.
 */
import { codePoints } from './code-points.ts'
import { commonSubsequence, letterMasks } from './common-subsequence.ts'
import type { LetterMasks } from './common-subsequence.ts'
import { LEVELS, lacksMoreThan, letterLevels } from './letter-levels.ts'
import { osaRows, osaWithin } from './osa-within.ts'
import type { OsaRows } from './osa-within.ts'
import { editSimilarity } from './similarity.ts'

export interface NearTextLimits {
  readonly similarity: number
  readonly shortest: number
  readonly longest: number
}

/**
 * Texts of one length, in the order of their places; the letter counts lie side by side so that scanning is
 * fast.
 */
interface Shelf {
  readonly places: number[]
  readonly letters: Uint32Array[]
  levels: Int32Array
}

interface Query {
  readonly letters: Uint32Array
  readonly levels: Int32Array
  readonly masks: LetterMasks
}

export class NearTextIndex {
  readonly #limits: NearTextLimits
  readonly #shelves = new Map<number, Shelf>()
  readonly #rows: OsaRows
  #size = 0
  #pairs = 0
  #letters = 0

  constructor(limits: NearTextLimits) {
    this.#limits = limits
    this.#rows = osaRows(Math.ceil(limits.longest))
  }

  /** How much comparing was done so far, in steps of a few nanoseconds; the same on every machine. */
  get work(): number {
    return 4 * this.#rows.cells + this.#letters + 8 * this.#pairs
  }

  /** Takes the text in at the next place (0, 1, 2 …); out-of-limit texts take a place but are never found. */
  add(text: string): void {
    const letters = codePoints(text)
    const place = this.#size
    this.#size += 1
    if (!this.#fits(letters.length)) return
    const shelf = this.#shelves.get(letters.length) ?? {
      places: [],
      letters: [],
      levels: new Int32Array(LEVELS),
    }
    this.#shelves.set(letters.length, shelf)
    const start = shelf.places.length * LEVELS
    if (start === shelf.levels.length) {
      const wider = new Int32Array(2 * start)
      wider.set(shelf.levels)
      shelf.levels = wider
    }
    shelf.levels.set(letterLevels(letters), start)
    shelf.places.push(place)
    shelf.letters.push(letters)
  }

  /** The near text with the lowest place, or null. */
  find(text: string): { readonly place: number; readonly similarity: number } | null {
    const letters = codePoints(text)
    const { length } = letters
    if (!this.#fits(length)) return null
    const query = { letters, levels: letterLevels(letters), masks: letterMasks(letters) }
    let found: { place: number; similarity: number } | null = null
    const reach = Math.ceil(length / this.#limits.similarity)
    for (let other = Math.floor(length * this.#limits.similarity); other <= reach; other++) {
      const shelf = this.#shelves.get(other)
      const limit = Math.floor((1 - this.#limits.similarity) * Math.max(length, other) + 1e-9)
      if (shelf === undefined || Math.abs(length - other) > limit) continue
      const first = this.#firstOn(shelf, query, limit, found?.place ?? Infinity)
      if (first !== null)
        found = { place: first.place, similarity: editSimilarity(first.distance, length, other) }
    }
    return found
  }

  #firstOn(
    shelf: Shelf,
    query: Query,
    limit: number,
    before: number,
  ): { place: number; distance: number } | null {
    const { places, levels } = shelf
    const isLonger = query.letters.length >= (shelf.letters[0]?.length ?? 0)
    const needed = Math.max(query.letters.length, shelf.letters[0]?.length ?? 0) - limit
    for (let k = 0; k < places.length; k++) {
      const place = places[k] ?? Infinity
      if (place > before) break
      this.#pairs += 1
      if (lacksMoreThan(limit, query.levels, levels, k * LEVELS, isLonger)) continue
      const candidate = shelf.letters[k]
      if (candidate === undefined) continue
      this.#letters += candidate.length * query.masks.words
      if (commonSubsequence(query.masks, candidate) < needed) continue
      const distance = osaWithin(query.letters, candidate, limit, this.#rows)
      if (distance !== null) return { place, distance }
    }
    return null
  }

  #fits(length: number): boolean {
    return length >= this.#limits.shortest && length <= this.#limits.longest
  }
}
