// The ranking: rank or rank band, reason, category, count, share with interval, value, change, stage, top segment, examples, validation.
import { formatNumber, type Scalar, type Table } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { liftsOf, ratioText } from '../findings/lifted.ts'
import { mostRows } from '../limits.ts'
import { nounOf, points } from '../nouns.ts'
import type { Ranked } from '../ranking.ts'
import { examplesOf } from '../words/examples.ts'
import { exampleOf } from '../words/labels.ts'
import { validatedText } from '../words/validation.ts'
import { countColumns, meaningColumns, otherValueColumns, valueColumns, type Column } from './columns.ts'
import { rankingNote } from './ranking-note.ts'

function valued({ values }: Analysis): Column[] {
  const [main] = values
  const worth = values.map(({ currency, reasons }) => {
    const byLabel = new Map(reasons.map(({ label, value }) => [label, value]))
    return { currency, of: (label: string) => byLabel.get(label) ?? 0 }
  })
  if (main === undefined) return []
  const shares = new Map(main.reasons.map(({ label, share }) => [label, share]))
  return [
    ...valueColumns(worth),
    {
      id: 'valueShare',
      label: 'of value',
      type: 'share',
      priority: 4,
      cell: ({ label }) => (main.value > 0 ? (shares.get(label) ?? 0) : null),
    },
    ...otherValueColumns(worth),
  ]
}

/** `+14`, or `(-2.0)` where that is no clear change; empty for a reason that neither period names. */
function compared({ comparison, population }: Analysis): Column[] {
  const { change } = comparison
  if (change === null || population.kind === 'churn-category') return []
  const byLabel = new Map(change.reasons.map((reason) => [reason.label, reason]))
  const cell = ({ label }: Ranked): Scalar => {
    const found = byLabel.get(label)
    if (found === undefined) return null
    return found.changed ? points(found.difference) : `(${points(found.difference)})`
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
  cell: ({ label }) => examplesOf(label, vocabulary.wordings.get(label) ?? []).join(' / '),
})

/** null where no reason is named. */
export function rankingTable(analysis: Analysis): Table | null {
  const { ranking, population, meanings, lowCoverage } = analysis
  if (ranking.reasons.length === 0) return null
  const noun = nounOf(population)
  const columns = [
    ...countColumns(population, lowCoverage),
    ...valued(analysis),
    ...compared(analysis),
    ...placed(analysis),
    worded(analysis),
    ...meaningColumns(population, meanings, validatedText),
  ]
  const shown = ranking.reasons.slice(0, mostRows)
  const rows = shown.map((reason, place) => columns.map(({ cell }) => cell(reason, place)))
  const [first] = ranking.reasons
  return {
    id: `ranking${noun.suffix}`,
    title: noun.title,
    note: rankingNote(
      analysis,
      shown.map(({ label }) => label),
    ),
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
