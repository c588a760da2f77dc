// What the user taught: labels with their other wordings, words that say nothing, words that are no loss. All compared by fingerprint.
import { isUnspecifiedReason, textFingerprint } from '../../../stats/index.ts'
import type { Words } from '../../detector.ts'

export interface WordLists {
  /** Every text of the alias map with its label: the labels in their order, then their other wordings. */
  readonly taught: readonly { readonly text: string; readonly label: string }[]
  /** The fingerprint of a text. */
  readonly keyOf: (text: string) => string
  /** The label a wording stands for; undefined: none. */
  readonly aliasOf: (text: string) => string | undefined
  readonly isUnspecified: (text: string) => boolean
  readonly isAdministrative: (text: string) => boolean
}

/** The longest word that says nothing: only texts as short as that are looked at. */
const longestEmpty = 'unknown'.length

/** Fingerprints are asked for again and again: each text is folded once. */
function remembered(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text) ?? textFingerprint(text)
    known.set(text, found)
    return found
  }
}

export function wordLists(
  words: Words,
  options: { readonly administrative: readonly string[]; readonly unspecified: readonly string[] },
): WordLists {
  const keyOf = remembered()
  const meant = new Map<string, string>()
  const isLoss = (label: string): boolean => words.reasons?.get(label)?.category !== 'administrative'
  const entries = [...words.aliases]
  const aliases = new Map(entries.filter(([label]) => isLoss(label)))
  // A reason whose category is administrative is what the option of that name lists: no loss.
  const noLosses = entries.filter(([label]) => !isLoss(label)).flat(2)
  // A label means itself first: no other entry can take its own wording away.
  for (const label of aliases.keys()) meant.set(keyOf(label), label)
  for (const [label, wordings] of aliases) {
    for (const wording of wordings) {
      const key = keyOf(wording)
      if (!meant.has(key)) meant.set(key, label)
    }
  }
  const administrative = new Set([...options.administrative, ...noLosses].map(keyOf))
  const unspecified = new Set(options.unspecified.map(keyOf))
  return {
    taught: [
      ...[...aliases.keys()].map((label) => ({ text: label, label })),
      ...[...aliases].flatMap(([label, wordings]) => wordings.map((text) => ({ text, label }))),
    ],
    keyOf,
    aliasOf: (text) => meant.get(keyOf(text)),
    isUnspecified: (text) => {
      const key = keyOf(text)
      return unspecified.has(key) || (key.length <= longestEmpty && isUnspecifiedReason(text))
    },
    isAdministrative: (text) => administrative.has(keyOf(text)),
  }
}
