// What the user taught: labels with their other wordings, words that say nothing, words that are no loss. All compared by fingerprint.
import { isUnspecifiedReason, textFingerprint } from '../../../stats/index.ts'
import type { Words } from '../../detector.ts'

export interface WordLists {
  /** Labels of the alias map in its order. */
  readonly labels: readonly string[]
  /** The label a wording stands for; undefined: none. */
  aliasOf(text: string): string | undefined
  isUnspecified(text: string): boolean
  isAdministrative(text: string): boolean
}

const fingerprints = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.map((text) => textFingerprint(text)))

export function wordLists(
  { aliases }: Words,
  options: { readonly administrative: readonly string[]; readonly unspecified: readonly string[] },
): WordLists {
  const meant = new Map<string, string>()
  // A label means itself first: no other entry can take its own wording away.
  for (const label of aliases.keys()) meant.set(textFingerprint(label), label)
  for (const [label, wordings] of aliases) {
    for (const wording of wordings) {
      const key = textFingerprint(wording)
      if (!meant.has(key)) meant.set(key, label)
    }
  }
  const administrative = fingerprints(options.administrative)
  const unspecified = fingerprints(options.unspecified)
  return {
    labels: [...aliases.keys()],
    aliasOf: (text) => meant.get(textFingerprint(text)),
    isUnspecified: (text) => isUnspecifiedReason(text) || unspecified.has(textFingerprint(text)),
    isAdministrative: (text) => administrative.has(textFingerprint(text)),
  }
}
