// What to know when reading the verdict: how the period was chosen, what the answers can show, what was left out.
import { formatCount, formatList, formatNumber, formatP } from '../../report/index.ts'
import { isComplete, type CalendarDate, type TableName } from '../../schema/index.ts'
import { npsSmallestDetectableGap, spearman, type NpsCounts } from '../../stats/index.ts'
import { significance } from '../target-verdict.ts'
import type { Entity, Ledger } from '../target-ledger.ts'
import { answersIn, minus, size } from '../answered-nps.ts'
import type { Options } from './options.ts'
import { medianAnswers, type Bounds } from '../target-period.ts'
import type { SaleTotals, SurveyTotals } from './queries.ts'
import { lastMonth, periodOfSpan } from '../month-span.ts'
import type { LevelStanding } from '../target-standing.ts'
import { pluralOf } from './words.ts'

/** Fewer pairs say nothing about how attainment and NPS go together. */
const fewestPairs = 6
const fewestAnswers = 10

function periodNotes({ level, choice, span }: LevelStanding, bounds: Bounds): string[] {
  if (choice === null) return []
  const { label } = periodOfSpan(span)
  const notes: string[] = []
  if (!choice.complete) notes.push(`${label} is not over: data reach until ${bounds.asOf}.`)
  if (choice.from !== null)
    notes.push(
      `${pluralOf(level)} are judged by ${span.grain} (${label}): by ${choice.from.grain} the median is ${formatNumber(choice.from.median, choice.from.median % 1 === 0 ? 0 : 1)} answers, fewer than ${bounds.minResponses}.`,
    )
  return notes
}

/** A table that ends before the period does makes targets look missed, or answers few. */
export function horizonNotes(
  { span }: LevelStanding,
  sales: 'deals' | 'invoices',
  horizon: (table: TableName) => CalendarDate,
): string[] {
  const period = periodOfSpan(span)
  return [sales, 'surveys' as const].flatMap((table) => {
    const last = horizon(table)
    return isComplete(period, last)
      ? []
      : [
          `The newest row of ${table} is of ${last}: if that export ends before ${period.end}, ${period.label} is incomplete.`,
        ]
  })
}

function gapNote({ level, choice, span }: LevelStanding, ledger: Ledger, options: Options): string[] {
  if (choice === null || level === 'company' || options.compareTo === 'threshold') return []
  const entities = [...ledger.levels[level].values()]
  const median = Math.floor(medianAnswers(entities, span))
  const company: NpsCounts = answersIn(ledger.company, span)
  if (median < options.displayFloor || size(company) <= median) return []
  const share = median / size(company)
  const rest = minus(company, {
    detractors: company.detractors * share,
    passives: company.passives * share,
    promoters: company.promoters * share,
  })
  const { gap } = npsSmallestDetectableGap(median, rest, significance)
  const found =
    gap === null
      ? 'no gap to the rest is large enough to be found'
      : `a true gap of about ${formatNumber(gap * 100)} points to the rest is noticed half of the time, smaller ones less often`
  return [`With ${formatCount(median, 'answer')} (the median per ${level}), ${found}.`]
}

/** Between these entities, not cause. */
function relationNote({ level, choice, rows }: LevelStanding): string[] {
  const pairs = rows.filter((row) => row.attainment.attainment !== null && row.nps.n >= fewestAnswers)
  if (choice === null || level === 'company' || pairs.length < fewestPairs) return []
  const { rho, lower, upper, p } = spearman(
    pairs.map(({ attainment }) => attainment.attainment),
    pairs.map(({ nps }) => nps.nps),
  )
  if (rho === null) return []
  const interval =
    lower === null || upper === null
      ? ''
      : `, 95 % interval ${formatNumber(lower, 2)} to ${formatNumber(upper, 2)}`
  return [
    `Between the ${pairs.length} ${pluralOf(level)} with at least ${fewestAnswers} answers, attainment and NPS have a rank correlation of ${formatNumber(rho, 2)} (Spearman${interval}, p ${formatP(p)}); this says nothing about cause.`,
  ]
}

const inSpan = (entity: Entity, { span }: LevelStanding): Entity['answers'] =>
  entity.answers.filter(({ month }) => month !== null && month >= span.first && month <= lastMonth(span))

function attributionNotes(level: LevelStanding, ledger: Ledger): string[] {
  if (level.level === 'company') return []
  const all = inSpan(ledger.company, level).reduce((sum, row) => sum + size(row.all), 0)
  const placed = [...ledger.levels[level.level].values()].flatMap((entity) => inSpan(entity, level))
  const known = placed.reduce((sum, row) => sum + size(row.all), 0)
  const viaSale = placed.reduce((sum, row) => sum + row.viaSale, 0)
  const viaCustomer = placed.reduce((sum, row) => sum + row.viaCustomer, 0)
  if (all === 0 || (known === all && viaSale === 0 && viaCustomer === 0)) return []
  const own = known - viaSale - viaCustomer
  const unknown = all - known
  const parts = [
    `${formatNumber(own)} ${own === 1 ? 'names its' : 'name their'} ${level.level}`,
    ...(viaSale > 0
      ? [`${formatNumber(viaSale)} ${viaSale === 1 ? 'has' : 'have'} it from the deal named`]
      : []),
    ...(viaCustomer > 0
      ? [`${formatNumber(viaCustomer)} from the latest won deal of the customer before the answer`]
      : []),
    ...(unknown > 0
      ? [
          `${formatNumber(unknown)} ${unknown === 1 ? 'stays' : 'stay'} without and ${unknown === 1 ? 'counts' : 'count'} for the company only`,
        ]
      : []),
  ]
  return [`Of ${formatCount(all, 'answer')} in ${periodOfSpan(level.span).label}, ${formatList(parts)}.`]
}

export function levelNotes(level: LevelStanding, ledger: Ledger, bounds: Bounds, options: Options): string[] {
  return [
    ...periodNotes(level, bounds),
    ...gapNote(level, ledger, options),
    ...relationNote(level),
    ...(level.choice === null ? [] : attributionNotes(level, ledger)),
  ]
}

export interface LeftOut {
  readonly ledger: Ledger
  readonly surveys: SurveyTotals | undefined
  readonly sales: SaleTotals | undefined
  readonly salesTable: 'deals' | 'invoices' | null
}

const areLeft = (count: number, what: string): string =>
  `${formatCount(count, what)} ${count === 1 ? 'is' : 'are'}`

/** Rows that count nowhere, and why. */
export function leftOutNotes({ ledger, surveys, sales, salesTable }: LeftOut): string[] {
  const notes: string[] = []
  if (surveys !== undefined && surveys.invalid > 0)
    notes.push(`${areLeft(surveys.invalid, 'survey row')} left out: no whole-number score from 0 to 10.`)
  if (surveys !== undefined && surveys.undated > 0)
    notes.push(`${areLeft(surveys.undated, 'answer')} without a day and in no period.`)
  const word = salesTable === 'invoices' ? 'invoice' : 'won deal'
  if (sales !== undefined && sales.undated > 0)
    notes.push(`${areLeft(sales.undated, word)} without a day and in no period.`)
  if (sales !== undefined && sales.amountless > 0)
    notes.push(`${areLeft(sales.amountless, word)} without an amount and not booked.`)
  if (ledger.unplacedTargets > 0)
    notes.push(
      `${areLeft(ledger.unplacedTargets, 'target row')} left out: no level, no name, or a period that is no whole month, quarter or year.`,
    )
  if (ledger.unnamedCurrency)
    notes.push('Several currencies are named and some rows name none: those are kept apart from all of them.')
  return notes
}
