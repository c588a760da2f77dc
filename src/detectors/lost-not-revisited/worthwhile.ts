// Which lost reasons pass with time: timing, budget, no decision, in all their wordings.
import { clusterReasons, foldText, splitMultiSelect } from '../../stats/index.ts'
import type { Words } from '../detector.ts'
import { categoriser } from '../lost-reasons/words/categorise.ts'

/** A part of the category price: money may be there next year. */
const budgetWords: ReadonlySet<string> = new Set([
  'budget',
  'budgets',
  'budgetary',
  'funding',
  'funds',
  'money',
])

const mentionsBudget = (text: string): boolean =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => budgetWords.has(word))

export interface Wording {
  /** A cell of the reason column, as typed. */
  readonly cell: string
  readonly deals: number
}

export interface Reasons {
  /** The reasons a cell names, each under the one label of all its wordings. */
  readonly labelsOf: (cell: string) => readonly string[]
  /** Whether a cell names a reason that passes with time. */
  readonly isWorthwhile: (cell: string) => boolean
}

const inverted = ({ aliases }: Words): Map<string, string> =>
  new Map([...aliases].flatMap(([reason, wordings]) => wordings.map((wording) => [wording, reason] as const)))

/** Wordings are brought together by spelling and similarity first, so that a typing error keeps its category. */
export function readReasons(wordings: readonly Wording[], kinds: readonly string[], words: Words): Reasons {
  const parts = wordings.flatMap(({ cell, deals }) =>
    splitMultiSelect(cell).map((text) => ({ text, count: deals })),
  )
  const { labelOf, clusters } = clusterReasons(parts, { aliases: inverted(words) })
  const categoryOf = categoriser(words)
  const wanted = new Set(kinds.map(foldText))
  const worthwhile = new Set(
    clusters
      .filter(({ label, spellings }) => {
        const { category, torn } = categoryOf(
          label,
          spellings.map(({ text }) => text),
        )
        const all = category === null ? torn : [category]
        return all.some((one) => wanted.has(one)) || (wanted.has('budget') && mentionsBudget(label))
      })
      .map(({ label }) => label),
  )
  const labelsOf = (cell: string): string[] => [
    ...new Set(splitMultiSelect(cell).flatMap((text) => labelOf.get(text.trim()) ?? [])),
  ]
  return { labelsOf, isWorthwhile: (cell) => labelsOf(cell).some((label) => worthwhile.has(label)) }
}
