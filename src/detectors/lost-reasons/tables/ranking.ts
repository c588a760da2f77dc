// The ranking: rank or rank band, reason, count, share with interval, value, change, stage, top segment, examples.
import {
  formatMoney,
  formatNumber,
  formatShare,
  type Scalar,
  type Table,
  type TableColumn,
} from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { liftsOf, ratioText } from '../findings/lifted.ts'
import { mostRows } from '../limits.ts'
import { countOf, nounOf, points } from '../nouns.ts'
import type { Ranked } from '../ranking.ts'
import { exampleOf } from '../words/labels.ts'

interface Column extends TableColumn {
  readonly cell: (reason: Ranked, place: number) => Scalar
}

const examples = 3

/** `1`, or `2-4` where the ranks cannot be told apart; the place alone where ranks were not tested. */
export const rankText = ({ band }: Ranked, place: number): string =>
  band === null
    ? String(place + 1)
    : band.best === band.worst
      ? String(band.best)
      : `${band.best}-${band.worst}`

/** With low coverage nothing is claimed: places in a list, no ranks. */
const counted = (analysis: Analysis): Column[] => [
  analysis.lowCoverage
    ? { id: 'rank', label: 'Place', type: 'text', cell: (_reason, place) => String(place + 1) }
    : { id: 'rank', label: 'Rank', type: 'text', cell: rankText },
  { id: 'reason', label: nounOf(analysis.population).what, type: 'text', cell: ({ label }) => label },
  {
    id: nounOf(analysis.population).id,
    label: nounOf(analysis.population).label,
    type: 'count',
    cell: ({ count }) => count,
  },
  { id: 'share', label: 'Share', type: 'share', bar: true, cell: ({ share }) => share },
  { id: 'lower', label: 'from', type: 'share', priority: 2, cell: ({ lower }) => lower },
  { id: 'upper', label: 'to', type: 'share', priority: 2, cell: ({ upper }) => upper },
]

/** Value in the currency that most losses are valued in; the others beside it as text, never added up. */
function valued({ values }: Analysis): Column[] {
  const [main, ...others] = values
  if (main === undefined) return []
  const of = (reasons: typeof main.reasons): ReadonlyMap<string, (typeof reasons)[number]> =>
    new Map(reasons.map((reason) => [reason.label, reason]))
  const mains = of(main.reasons)
  const rest = others.map(({ currency, reasons }) => ({ currency, reasons: of(reasons) }))
  const columns: Column[] = [
    {
      id: 'value',
      label: 'Value',
      type: 'money',
      currencyFrom: 'currency',
      priority: 1,
      cell: ({ label }) => mains.get(label)?.value ?? 0,
    },
    { id: 'currency', label: 'Currency', type: 'text', priority: 1, cell: () => main.currency },
    {
      id: 'valueShare',
      label: 'of value',
      type: 'share',
      priority: 4,
      cell: ({ label }) => (main.value > 0 ? (mains.get(label)?.share ?? 0) : null),
    },
  ]
  if (rest.length > 0) {
    const cell = ({ label }: Ranked): string =>
      rest
        .flatMap(({ currency, reasons }) => {
          const value = reasons.get(label)?.value ?? 0
          return value > 0 ? [formatMoney(value, currency)] : []
        })
        .join('; ')
    columns.push({ id: 'otherValues', label: 'Other currencies', type: 'text', priority: 3, cell })
  }
  return columns
}

function compared({ comparison, population }: Analysis): Column[] {
  const { change } = comparison
  if (change === null || population.kind === 'churn-category') return []
  const byLabel = new Map(change.reasons.map((reason) => [reason.label, reason]))
  const cell = ({ label }: Ranked): Scalar => {
    const found = byLabel.get(label)
    return found === undefined ? null : points(found.difference)
  }
  return [{ id: 'change', label: 'Change', type: 'text', priority: 2, cell }]
}

function placed(analysis: Analysis): Column[] {
  const { stages, lifts, total, tally, ranking } = analysis
  const columns: Column[] = []
  const closed = total.won + tally.losses
  if (stages.size > 0) {
    const cell = ({ label }: Ranked): Scalar => {
      const found = stages.get(label)
      const [first] = found?.stages ?? []
      if (found === undefined || first === undefined) return null
      return `${exampleOf(first.stage)}, ${formatNumber(first.deals)} of ${formatNumber(found.known)}`
    }
    columns.push({ id: 'stage', label: 'Lost mostly in', type: 'text', priority: 6, cell })
  }
  if (lifts.length > 0) {
    const tops = new Map<string, string>()
    for (const { reason, column, segment, ratio } of liftsOf(analysis)) {
      const by = ratio === null ? 'only there' : `${ratioText(ratio)} x`
      if (!tops.has(reason)) tops.set(reason, `${exampleOf(segment)} (${column}, ${by})`)
    }
    const cell = ({ label }: Ranked): Scalar => tops.get(label) ?? null
    columns.push({ id: 'topSegment', label: 'More often in', type: 'text', priority: 4, cell })
  }
  if (total.won > 0)
    columns.push({
      id: 'ofClosed',
      label: 'of closed deals',
      type: 'share',
      priority: 6,
      cell: ({ count }) => count / closed,
    })
  if (ranking.reasons.length > 1)
    columns.push({
      id: 'cumulative',
      label: 'Cumulative',
      type: 'share',
      priority: 7,
      cell: ({ cumulative }) => cumulative,
    })
  return columns
}

const worded = ({ vocabulary }: Analysis): Column => ({
  id: 'examples',
  label: 'As typed',
  type: 'text',
  priority: 8,
  cell: ({ label }) =>
    (vocabulary.wordings.get(label) ?? [])
      .slice(0, examples)
      .map(({ text }) => exampleOf(text))
      .join(' / '),
})

function noteOf(analysis: Analysis): string {
  const { tally, total, population, comparison, coverage, lowCoverage } = analysis
  const noun = nounOf(population)
  const days =
    total.firstDay === null || total.lastDay === null ? '' : `, ${total.firstDay} to ${total.lastDay}`
  const parts = [
    `Share: ${noun.many} naming the reason / ${countOf(tally.reasoned, noun)} with a reason${days}; from, to: 95 % interval.`,
  ]
  if (lowCoverage)
    parts.push(`Only ${formatShare(coverage ?? 0)} of them all carry one: places in a list, not ranks.`)
  if (comparison.change !== null)
    parts.push(`Change: points, ${comparison.change.after.label} against ${comparison.change.before.label}.`)
  if (tally.several.length > 0) parts.push('One can name several: shares may add up to more than 100 %.')
  if (total.won > 0)
    parts.push(
      `Of closed deals: lost deals naming it / ${formatNumber(total.won + tally.losses)} won and lost deals of these days.`,
    )
  return parts.join(' ')
}

/** null where no reason is named. */
export function rankingTable(analysis: Analysis): Table | null {
  const { ranking, population } = analysis
  if (ranking.reasons.length === 0) return null
  const noun = nounOf(population)
  const columns = [
    ...counted(analysis),
    ...valued(analysis),
    ...compared(analysis),
    ...placed(analysis),
    worded(analysis),
  ]
  const shown = ranking.reasons.slice(0, mostRows)
  const rows = shown.map((reason, place) => columns.map(({ cell }) => cell(reason, place)))
  const [first] = ranking.reasons
  return {
    id: `ranking${noun.suffix}`,
    title: noun.title,
    note: noteOf(analysis),
    columns: columns.map(({ cell: _cell, ...column }) => column),
    rows,
    ...(shown.length < ranking.reasons.length ? { totalRows: ranking.reasons.length } : {}),
    ...(ranking.reasons.length < 2
      ? {}
      : {
          chart: {
            kind: 'pareto' as const,
            title: noun.title,
            description: `Share of ${noun.many} naming each reason, with 95 % intervals; ${first?.label ?? ''} is named most${ranking.vital === null ? '' : `, and the first ${ranking.vital} of ${ranking.reasons.length} make up 80 % of what is named`}.`,
            x: 'reason',
            y: ['share', 'cumulative'],
            lower: 'lower',
            upper: 'upper',
          },
        }),
  }
}
