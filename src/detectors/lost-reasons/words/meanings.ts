// What is known of a reason beside its count: its category for the product, and whether customers confirmed it.
import type { Words } from '../../detector.ts'
import type { TaughtReason } from '../../reason-words.ts'
import { categoriser, type Categorised } from './categorise.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Both take a label as it is shown. */
export interface Meanings {
  readonly category: (label: string) => Categorised
  readonly validated: (label: string) => TaughtReason['validated']
  /** Somebody has asked customers about one reason at least. */
  readonly someAsked: boolean
}

export function meaningsOf(vocabulary: Vocabulary, words: Words): Meanings {
  const categorise = categoriser(words)
  const known = new Map<string, Categorised>()
  const nameOf = (label: string): string => vocabulary.names.get(label) ?? label
  return {
    category: (label) => {
      const found =
        known.get(label) ??
        categorise(
          nameOf(label),
          (vocabulary.wordings.get(label) ?? []).map(({ text }) => text),
        )
      known.set(label, found)
      return found
    },
    validated: (label) => words.reasons?.get(nameOf(label))?.validated ?? null,
    someAsked: [...(words.reasons?.values() ?? [])].some(({ validated }) => validated !== null),
  }
}
