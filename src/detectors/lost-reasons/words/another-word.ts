// Two texts that are nearly equal letter by letter: a typing error, or another word in the same sentence?
import { editSimilarity, osaDistance } from '../../../stats/index.ts'

/** A mistyped word keeps at least half of its letters: "securty" for "security", "to" for "too". */
const leastAlike = 0.5

const alike = (a: string, b: string): boolean =>
  a === b || editSimilarity(osaDistance(a, b), Array.from(a).length, Array.from(b).length) >= leastAlike

/**
 * "lost to competitor acme" and "lost to competitor apex" are 87 % the same text and two different reasons; so are "expertise of phone
 * support" and "expertise of online support". Where both have as many words, one pair of words that have little in common means
 * another reason. Normalised texts go in.
 */
export function isAnotherWord(a: string, b: string): boolean {
  const left = a.split(' ')
  const right = b.split(' ')
  return left.length === right.length && left.some((word, place) => !alike(word, right[place] ?? ''))
}

/** Words with digits in them, in a fixed order: "phase 1" and "phase 2" are never typing errors of one another. */
export const numbersIn = (fingerprint: string): string =>
  fingerprint
    .split(' ')
    .filter((word) => /\p{Nd}/u.test(word))
    .join(' ')
