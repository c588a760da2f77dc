/**
 * Folded text without punctuation, symbols and control characters: words with single spaces between them.
 *
 * Use it to compare what people typed as a lost reason, word order kept. For grouping, use
 * text-fingerprint.ts.
 *
 * Rule: foldText, then delete \p{P}, \p{S} and \p{C}, then close the gaps they leave. Linear in the length of
 * the text.
 *
 * Example: normaliseText('Feature gap / SSO') = 'feature gap sso'; normaliseText('no-decision') =
 * 'nodecision'
 */
import { foldText } from './fold-text.ts'

export function normaliseText(text: string): string {
  return foldText(text)
    .replace(/[\p{P}\p{S}\p{C}]+/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}
