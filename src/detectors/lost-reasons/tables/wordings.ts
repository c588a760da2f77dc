// Which wordings were brought together and why, and which were left out of the ranking.
import type { Scalar, Table } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { longestLabel, mostRows } from '../limits.ts'
import { nounOf } from '../nouns.ts'
import { compareText } from '../tally.ts'
import { shortened } from '../words/labels.ts'
import type { Merge } from '../words/vocabulary.ts'

const mostMerges = 2 * mostRows

/** What needs a person's eye comes first: similarity, then the alias map, then mere spelling. */
const order = { similar: 0, alias: 1, spelling: 2 } as const

const byDoubt = (a: Merge, b: Merge): number =>
  order[a.why.how] - order[b.why.how] ||
  b.deals - a.deals ||
  compareText(a.label, b.label) ||
  compareText(a.text, b.text)

/** null where every reason is written in one way. */
export function mergeTable({ vocabulary, population }: Analysis): Table | null {
  const { merges } = vocabulary
  if (merges.length === 0) return null
  const noun = nounOf(population)
  const rows = [...merges]
    .sort(byDoubt)
    .map(({ text, label, deals, why }): Scalar[] => [
      shortened(text, longestLabel),
      label,
      deals,
      { similar: 'nearly the same', alias: 'alias', spelling: 'spelling' }[why.how],
      why.how === 'similar' ? why.similarity : null,
    ])
  return {
    id: `merges${noun.suffix}`,
    title: 'Wordings brought together',
    note: 'Spelling: the same words apart from case, accents, punctuation and order. Nearly the same: at least 80 % of the letters. What belongs together in meaning, or not, is for the alias map in salescheck.json.',
    columns: [
      { id: 'wording', label: 'As typed', type: 'text' },
      { id: 'reason', label: 'Counted as', type: 'text' },
      { id: noun.id, label: noun.label, type: 'count' },
      { id: 'why', label: 'Why', type: 'text', priority: 1 },
      { id: 'similarity', label: 'Similarity', type: 'share', priority: 2 },
    ],
    rows: rows.slice(0, mostMerges),
    ...(rows.length > mostMerges ? { totalRows: rows.length } : {}),
  }
}

/** Wordings that are no loss or say nothing; null where there are none. */
export function asideTable({ vocabulary, population }: Analysis): Table | null {
  const { administrative, unspecified } = vocabulary
  const rows = [
    ...administrative.map(({ text, deals }) => [shortened(text, longestLabel), deals, 'not a loss']),
    ...unspecified.map(({ text, deals }) => [shortened(text, longestLabel), deals, 'says nothing']),
  ]
  if (rows.length === 0) return null
  const noun = nounOf(population)
  return {
    id: `set-aside${noun.suffix}`,
    title: 'Wordings that are not ranked',
    note: 'Not a loss: duplicates, tests, wrong data; neither lost nor counted. Says nothing: lost without a reason.',
    columns: [
      { id: 'wording', label: 'As typed', type: 'text' },
      { id: noun.id, label: noun.label, type: 'count' },
      { id: 'why', label: 'Why', type: 'text' },
    ],
    rows: rows.slice(0, mostRows),
    ...(rows.length > mostRows ? { totalRows: rows.length } : {}),
  }
}
