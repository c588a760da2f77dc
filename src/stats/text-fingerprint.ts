/**
 * A key under which texts meet that differ only in case, accents, punctuation, spacing, word order or
 * repetition.
 *
 * Use it to group spellings of a reason. Not for typing errors: those need a distance (reason-clusters.ts).
 *
 * Rule: words of the normalised text, each once, sorted by code unit, joined by one space.
 * Source: OpenRefine, FingerprintKeyer.
 *
 * Example: 'Too expensive!' and 'expensive, too' both give 'expensive too'.
 */
import { normaliseText } from './normalise-text.ts'

export function textFingerprint(text: string): string {
  return [...new Set(normaliseText(text).split(' '))].sort().join(' ')
}
