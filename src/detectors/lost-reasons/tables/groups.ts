// One small ranking per product, segment, competitor or stage, beside the share of each reason elsewhere.
import { formatNumber, formatShare, type Scalar, type Table } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { ratioText } from '../findings/lifted.ts'
import type { Group, Grouping } from '../groups.ts'
import { mostRows } from '../limits.ts'
import { countOf, nounOf } from '../nouns.ts'
import type { Ranked } from '../ranking.ts'
import { cents } from '../tally.ts'
import { shortened } from '../words/labels.ts'
import { validatedFor, validatedText } from '../words/validation.ts'
import {
  countColumns,
  meaningColumns,
  otherValueColumns,
  valueColumns,
  type Column,
  type Worth,
} from './columns.ts'

const longestName = 60

/** The currencies in the order of the whole ranking: every table has the same one first. */
function worthOf({ values }: Analysis, { tally }: Group): Worth[] {
  const known = new Map(tally.currencies.map(({ currency, byReason }) => [currency, byReason]))
  return values
    .map(({ currency }) => ({
      currency,
      of: (label: string) => cents(known.get(currency)?.get(label) ?? 0),
    }))
    .filter(({ currency }, place) => place === 0 || known.has(currency))
}

function elsewhere({ elsewhere: { reasoned, counts } }: Group): Column[] {
  if (reasoned === 0) return []
  const cell = ({ label }: Ranked): Scalar => (counts.get(label) ?? 0) / reasoned
  return [{ id: 'elsewhere', label: 'Elsewhere', type: 'share', priority: 3, cell }]
}

/** `10 x` where the reason is significantly more frequent than elsewhere. */
function standingOut({ lifts }: Analysis, by: string, { value }: Group): Column[] {
  const found = lifts.find(({ column }) => column === by)
  if (found === undefined || value === null) return []
  const ratios = new Map(
    found.lifts
      .filter((lift) => lift.lifted && lift.value === value)
      .map(({ reason, ratio }) => [reason, ratio === null ? 'only here' : `${ratioText(ratio)} x`]),
  )
  const cell = ({ label }: Ranked): Scalar => ratios.get(label) ?? null
  return [{ id: 'standsOut', label: 'Stands out', type: 'text', priority: 2, cell }]
}

function noteOf({ population }: Analysis, { tally, coverage, lowCoverage, summed }: Group): string {
  const noun = nounOf(population)
  const base =
    coverage === null
      ? `${countOf(tally.reasoned, noun)} with a reason`
      : `${formatNumber(tally.reasoned)} of ${countOf(tally.losses, noun)} carry a reason (${formatShare(coverage)})`
  const places = lowCoverage ? '; too few for ranks: these are places in a list' : ''
  return `${base}${places}${summed === '' ? '' : `; ${summed}`}.`
}

const groupTable = (analysis: Analysis, { by }: Grouping, group: Group, place: number): Table => {
  const { population, meanings } = analysis
  const noun = nounOf(population)
  const worth = worthOf(analysis, group)
  const ofProduct = by === 'product' && group.value !== null
  const columns = [
    ...countColumns(population, group.lowCoverage),
    ...elsewhere(group),
    ...standingOut(analysis, by, group),
    ...valueColumns(worth),
    ...otherValueColumns(worth),
    ...meaningColumns(population, meanings, (validated) =>
      ofProduct ? validatedFor(validated, group.label) : validatedText(validated),
    ).filter(({ id }) => id !== 'validated' || meanings.someAsked),
  ]
  const { reasons } = group.ranking
  const shown = reasons.slice(0, mostRows)
  return {
    id: `ranking-by-${by}${noun.suffix}-${place + 1}`,
    title: `${noun.title}, ${by}: ${shortened(group.label, longestName)}`,
    note: noteOf(analysis, group),
    columns: columns.map(({ cell: _cell, ...column }) => column),
    rows: shown.map((reason, row) => columns.map(({ cell }) => cell(reason, row))),
    ...(shown.length < reasons.length ? { totalRows: reasons.length } : {}),
  }
}

/** None where nothing was asked to be grouped, or the losses have no such column. */
export const groupTables = (analysis: Analysis): Table[] => {
  const { grouping } = analysis
  if (grouping === null) return []
  return grouping.groups.map((group, place) => groupTable(analysis, grouping, group, place))
}
