// Which category a reason belongs to: said in salescheck.json, else by its words when they fit one category and no other. Never a guess.
import { foldText } from '../../../stats/index.ts'
import type { Words } from '../../detector.ts'
import { reasonCategories, type ReasonCategory } from '../../reason-words.ts'
import { categoryWords } from './category-words.ts'

export interface Categorised {
  /** null: unknown. */
  readonly category: ReasonCategory | null
  readonly from: 'file' | 'words' | 'nothing'
  /** Where the words fit several, those. */
  readonly torn: readonly ReasonCategory[]
}

interface Phrase {
  readonly words: readonly string[]
  readonly category: ReasonCategory
}

/** First word -> the phrases that begin with it. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>

/** "No-budget / price" -> no, budget, price: case and accents do not count, and any sign separates. */
const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(/[\p{P}\p{S}\p{C}\s]+/u)
    .filter((word) => word !== '')

function phrasesOf(listOf: (category: ReasonCategory) => readonly string[]): Phrases {
  const phrases = new Map<string, Phrase[]>()
  for (const category of reasonCategories) {
    for (const text of listOf(category)) {
      const words = wordsOf(text)
      const [first] = words
      if (first === undefined) continue
      const known = phrases.get(first)
      if (known === undefined) phrases.set(first, [{ words, category }])
      else known.push({ words, category })
    }
  }
  return phrases
}

/** The categories whose phrases stand in the text, without phrases that are part of a longer one found there. */
function fitting(text: readonly string[], phrases: Phrases): ReasonCategory[] {
  const found = text.flatMap((first, start) =>
    (phrases.get(first) ?? [])
      .filter(({ words }) => words.every((word, offset) => text[start + offset] === word))
      .map(({ words, category }) => ({ start, end: start + words.length, category })),
  )
  const whole = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start,
      ),
  )
  return reasonCategories.filter((category) => whole.some((one) => one.category === category))
}

/**
 * A function from a reason (as salescheck.json or the data name it) and the wordings counted as it to a category. The name decides; where
 * it says nothing, the wordings do, if all that say anything agree. The user's words come before the built-in ones.
 */
export function categoriser(words: Words): (reason: string, wordings: readonly string[]) => Categorised {
  const lists = [
    phrasesOf((category) => words.categories?.get(category) ?? []),
    phrasesOf((category) => categoryWords[category]),
  ]
  const byWords = (texts: readonly string[]): Categorised | null => {
    const split = texts.map(wordsOf)
    for (const phrases of lists) {
      const fits = new Set(split.flatMap((text) => fitting(text, phrases)))
      const [category, ...others] = reasonCategories.filter((one) => fits.has(one))
      if (category === undefined) continue
      return others.length === 0
        ? { category, from: 'words', torn: [] }
        : { category: null, from: 'nothing', torn: [category, ...others] }
    }
    return null
  }
  return (reason, wordings) => {
    const said = words.reasons?.get(reason)?.category ?? null
    if (said !== null) return { category: said, from: 'file', torn: [] }
    return byWords([reason]) ?? byWords(wordings) ?? { category: null, from: 'nothing', torn: [] }
  }
}
