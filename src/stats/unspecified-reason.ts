/**
 * Is this text no reason at all: blank, or one of the words people type to get past a required field?
 *
 * Use it before counting reasons; such entries lower the coverage. Not to tell real but vague reasons apart.
 *
 * Rule: after normaliseText one of: '', na, n a, none, unknown, other, tbd, null.
 *
 * Example: 'N/A', ' - ', 'Other' and null are unspecified; 'other vendor' is not.
 */
import { normaliseText } from './normalise-text.ts'

const WORDS: ReadonlySet<string> = new Set(['', 'na', 'n a', 'none', 'unknown', 'other', 'tbd', 'null'])

export function isUnspecifiedReason(text: string | null): boolean {
  return text === null || WORDS.has(normaliseText(text))
}
