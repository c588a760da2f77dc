// The tables: coverage by count and by value, owners and segments, how debriefs are held.
import type { Scalar, Table } from '../../report/index.ts'
import { weightedShareFromSums, wilsonInterval } from '../../stats/index.ts'
import { groupTables } from '../share-groups.ts'
import { limitText } from '../share-limit-words.ts'
import { lossNoun, type Analysis, type JudgedRule } from './analysis.ts'
import type { ValueRow } from './rows.ts'

const nameOf = (kind: string): string => `${lossNoun(kind === 'customer' ? 'customer' : 'deal')}s`

/** Under this effective number of deals a share of money is printed without an interval. */
const fewestEffective = 5

function coverageTable({ coverage }: Analysis, values: readonly ValueRow[]): Table {
  const counts = (['deal', 'customer'] as const)
    .map((kind) => coverage[kind])
    .filter(({ losses }) => losses > 0)
    .map(({ kind, losses, due, dueDebriefed }): Scalar[] => {
      const { share, lower, upper } = wilsonInterval(dueDebriefed, due)
      return [nameOf(kind), 'count', losses, dueDebriefed, due, share, lower, upper, null]
    })
  const money = values
    .toSorted((a, b) => Number(b.kind === 'deal') - Number(a.kind === 'deal'))
    .map(({ kind, currency, valued, asked, value, squares }): Scalar[] => {
      const { share, lower, upper, nEff } = weightedShareFromSums({
        n: valued,
        hitSum: asked,
        sum: value,
        sumOfSquares: squares ?? 0,
      })
      const sure = nEff !== null && nEff >= fewestEffective
      const what = kind === 'customer' ? 'recurring revenue' : 'value'
      return [
        nameOf(kind),
        `${what}${currency === null ? '' : `, ${currency}`}`,
        null,
        asked,
        value,
        share,
        sure ? lower : null,
        sure ? upper : null,
        currency,
      ]
    })
  return {
    id: 'coverage',
    title: 'How many losses were asked about',
    note: 'Share: losses debriefed / losses due for a debrief, with its 95 % interval; by value: the same of their amounts, per currency.',
    columns: [
      { id: 'losses', label: 'What', type: 'text' },
      { id: 'by', label: 'By', type: 'text' },
      { id: 'all', label: 'All', type: 'count', priority: 3 },
      { id: 'debriefed', label: 'Debriefed', type: 'number' },
      { id: 'due', label: 'Due', type: 'number' },
      { id: 'share', label: 'Share', type: 'share', bar: true },
      { id: 'lower', label: 'from', type: 'share', priority: 1 },
      { id: 'upper', label: 'to', type: 'share', priority: 1 },
      { id: 'currency', label: 'Currency', type: 'text', priority: 9 },
    ],
    rows: [...counts, ...money],
  }
}

const conductNames: Readonly<Record<JudgedRule['rule'], string | null>> = {
  deals: null,
  customers: null,
  'same-day': 'on the day of the loss, or in the same call',
  'too-long': 'longer than agreed',
  'by-owner': 'held by the owner',
}

function conductTable({ rules }: Analysis, minutes: number): Table | null {
  const rows = rules.flatMap((judged): Scalar[][] => {
    const name = conductNames[judged.rule]
    if (name === null || judged.n === 0) return []
    const { x, n, share, lower, upper, verdict } = judged
    return [
      [
        name,
        x,
        n,
        share,
        lower,
        upper,
        limitText(judged),
        verdict === 'insufficient' ? 'insufficient-data' : verdict,
      ],
    ]
  })
  if (rows.length === 0) return null
  return {
    id: 'conduct',
    title: 'How debriefs are held',
    note: `Debriefs / debriefs of which that is known, with 95 % interval. Longer than agreed: more than ${minutes} minutes.`,
    columns: [
      { id: 'how', label: 'Debriefs', type: 'text' },
      { id: 'debriefs', label: 'n', type: 'count' },
      { id: 'known', label: 'of', type: 'count' },
      { id: 'share', label: 'Share', type: 'share', bar: true },
      { id: 'lower', label: 'from', type: 'share', priority: 2 },
      { id: 'upper', label: 'to', type: 'share', priority: 2 },
      { id: 'limit', label: 'Limit', type: 'text', priority: 1 },
      { id: 'verdict', label: 'Verdict', type: 'verdict' },
    ],
    rows,
  }
}

export function tablesOf(
  analysis: Analysis,
  values: readonly ValueRow[],
  agreement: Table | null,
  minutes: number,
): Table[] {
  if (analysis.coverage.deal.losses + analysis.coverage.customer.losses === 0) return []
  const conduct = conductTable(analysis, minutes)
  return [
    coverageTable(analysis, values),
    ...groupTables(analysis.groups, {
      title: 'Losses debriefed',
      hits: 'Debriefed',
      total: 'Due',
      note: 'Share: losses debriefed / lost deals and customers due for a debrief.',
    }),
    ...(conduct === null ? [] : [conduct]),
    ...(agreement === null ? [] : [agreement]),
  ]
}
