// How alike two normalised texts are, and whether that is a typing error or another word in the same sentence.
import {
  codePoints,
  editSimilarity,
  lacksMoreThan,
  letterLevels,
  osaDistance,
  osaRows,
  osaWithin,
} from '../../../stats/index.ts'

/** Texts of these lengths are compared, and taken for the same from this similarity on (as stats/reason-clusters does). */
const shortest = 5
const longest = 80
const leastSimilar = 0.8

/** A mistyped word keeps at least half of its letters: "securty" for "security", "to" for "too". */
const leastOfWord = 0.5

const similarity = (a: string, b: string): number =>
  editSimilarity(osaDistance(a, b), Array.from(a).length, Array.from(b).length)

/**
 * "lost to competitor acme" and "lost to competitor apex" are 87 % the same text and two different reasons; so are "expertise of phone
 * support" and "expertise of online support". Where both have as many words, one pair of words that have little in common means
 * another reason.
 */
export function isAnotherWord(a: string, b: string): boolean {
  const left = a.split(' ')
  const right = b.split(' ')
  if (left.length !== right.length) return false
  return left.some((word, place) => {
    const other = right[place] ?? ''
    return word !== other && similarity(word, other) < leastOfWord
  })
}

/** A text that is compared with many others. */
export interface Compared {
  readonly text: string
  readonly points: Uint32Array
  readonly levels: Int32Array
}

/** Used again from comparison to comparison. */
const rows = osaRows(longest)

/** Of a text too long to be compared at all, no more is looked at than shows it. */
export function compared(text: string): Compared {
  const points = codePoints(text.slice(0, 2 * longest + 2))
  return { text, points, levels: letterLevels(points) }
}

/** The similarity of two texts of which one is a typing error of the other; null where it is none. */
export function typingError(
  { text: a, points: left, levels: leftLevels }: Compared,
  { text: b, points: right, levels: rightLevels }: Compared,
): number | null {
  const shorter = Math.min(left.length, right.length)
  const longer = Math.max(left.length, right.length)
  if (shorter < shortest || longer > longest || shorter < leastSimilar * longer) return null
  // More mistakes than this are never similar enough, and most texts are given up long before.
  const limit = Math.ceil((1 - leastSimilar) * longer)
  if (lacksMoreThan(limit, leftLevels, rightLevels, 0, left.length >= right.length)) return null
  const distance = osaWithin(left, right, limit, rows)
  if (distance === null) return null
  const alike = editSimilarity(distance, shorter, longer)
  return alike < leastSimilar || isAnotherWord(a, b) ? null : alike
}

/** Words with digits in them, in a fixed order: "phase 1" and "phase 2" are never typing errors of one another. */
export const numbersIn = (fingerprint: string): string =>
  fingerprint
    .split(' ')
    .filter((word) => /\p{Nd}/u.test(word))
    .join(' ')
