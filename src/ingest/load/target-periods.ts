// The period of a target: from its name (`2026-Q3`, `Sep` and a year), from its first day and the length the file has, or from both ends.
import { daysBetween, periodOf, type CalendarDate, type Grain, type Period } from '../../schema/index.ts'
import { readPeriod } from '../values/index.ts'

export type TargetGrain = Exclude<Grain, 'week'>

/** What a row says about its period, already read cell by cell; null where the file does not say it. */
export interface PeriodCells {
  readonly period: string | null
  readonly year: string | null
  readonly grain: string | null
  readonly start: CalendarDate | null
  readonly end: CalendarDate | null
}

export interface TargetPeriod {
  readonly start: CalendarDate
  readonly end: CalendarDate
  readonly grain: string
  readonly label: string
}

export type PeriodOutcome =
  | { readonly found: TargetPeriod }
  /** The first day is known, the length is not: the other rows tell it. */
  | { readonly startsOn: CalendarDate }
  | { readonly code: string; readonly reason: string }

const grains: ReadonlySet<string> = new Set(['month', 'quarter', 'year'])
const isGrain = (grain: string | null): grain is TargetGrain => grain !== null && grains.has(grain)

const asTarget = ({ start, end, grain, label }: Period): TargetPeriod => ({ start, end, grain, label })

export function targetPeriod(cells: PeriodCells): PeriodOutcome {
  const { start, end, grain, period, year } = cells
  if (period !== null) {
    const reading = readPeriod(period, year === null ? undefined : Number(year))
    if ('period' in reading)
      return reading.period.grain === 'week'
        ? { code: 'week-period', reason: `"${period}" is a week; targets are read by month, quarter or year` }
        : { found: asTarget(reading.period) }
    if ('startsOn' in reading) return fromFirstDay(reading.startsOn, end, grain)
    if ('part' in reading)
      return {
        code: 'period-without-year',
        reason: `nothing says which year "${period}" lies in: write it with its year, such as 2026-09, or add a column "Year"`,
      }
    if (start === null) return { code: reading.code, reason: reading.reason }
  }
  if (start !== null) return fromFirstDay(start, end, grain)
  return { code: 'no-period', reason: 'the row does not say which period the target is for' }
}

function fromFirstDay(start: CalendarDate, end: CalendarDate | null, grain: string | null): PeriodOutcome {
  if (end !== null && end < start)
    return { code: 'period-ends-first', reason: `the period ends (${end}) before it starts (${start})` }
  if (end !== null) {
    const days = daysBetween(start, end) + 1
    const length = isGrain(grain) ? grain : grainOf(days)
    const calendar = periodOf(length, start)
    // Fiscal periods keep their own first and last day.
    const same = calendar.start === start && calendar.end === end
    return { found: { start, end, grain: length, label: same ? calendar.label : `${start}..${end}` } }
  }
  return isGrain(grain) ? { found: asTarget(periodOf(grain, start)) } : { startsOn: start }
}

/** The period length nearest to so many days. */
const grainOf = (days: number): TargetGrain => (days <= 45 ? 'month' : days <= 200 ? 'quarter' : 'year')

/** The length of periods of which only first days are known: the least distance between two of them. One day alone: a quarter. */
export function lengthOf(firstDays: readonly CalendarDate[]): TargetGrain {
  const days = [...new Set(firstDays)].toSorted()
  let least = Number.POSITIVE_INFINITY
  for (const [at, day] of days.entries()) {
    const next = days[at + 1]
    if (next !== undefined) least = Math.min(least, daysBetween(day, next))
  }
  return least === Number.POSITIVE_INFINITY ? 'quarter' : grainOf(least)
}

export const periodFrom = (grain: TargetGrain, start: CalendarDate): TargetPeriod =>
  asTarget(periodOf(grain, start))
