// Which period is judged, and what it is compared with.
import {
  addDays,
  isComplete,
  periodOf,
  previousPeriod,
  type CalendarDate,
  type Period,
  type TableName,
} from '../../schema/index.ts'
import type { DetectorInput } from '../detector.ts'
import type { options } from './options.ts'

export type Asked = Pick<
  DetectorInput<typeof options>,
  'present' | 'asOf' | 'period' | 'until' | 'options' | 'horizon'
>

export interface Periods {
  readonly now: Period
  /** null at the beginning of the calendar. */
  readonly before: Period | null
  readonly yearBefore: Period | null
  /** A period the user named need not be over. */
  readonly complete: boolean
}

/** Deals win where they say what was won and when; else invoices; null when neither can tell. */
export function salesSource({ present }: Pick<Asked, 'present'>): 'deals' | 'invoices' | null {
  const has = (table: TableName, columns: readonly string[]): boolean =>
    columns.every((column) => present.has(table, column))
  if (has('deals', ['status', 'closed_on', 'product'])) return 'deals'
  return has('invoices', ['issued_on', 'product']) ? 'invoices' : null
}

/** The calendar begins with the year 1. */
const earlier = (period: Period): Period | null =>
  period.start <= '0002-01-10' ? null : previousPeriod(period)

function yearEarlier(period: Period): Period | null {
  if (period.start < '0003') return null
  // 52 weeks back: the same week, but for years that have 53.
  if (period.grain === 'week') return periodOf('week', addDays(period.start, -364))
  const year = String(Number(period.start.slice(0, 4)) - 1).padStart(4, '0')
  return periodOf(period.grain, `${year}${period.start.slice(4)}`)
}

function newestComplete(grain: 'month' | 'quarter' | 'year', end: CalendarDate): Period | null {
  const current = periodOf(grain, end)
  return isComplete(current, end) ? current : earlier(current)
}

/** null: no period is over. */
export function periodsOf(asked: Asked): Periods | null {
  const source = salesSource(asked)
  const horizon = source === null ? asked.asOf : asked.horizon(source)
  const end = asked.until !== null && asked.until < horizon ? asked.until : horizon
  const now = asked.period ?? newestComplete(asked.options.grain, end)
  if (now === null) return null
  return {
    now,
    before: earlier(now),
    yearBefore: yearEarlier(now),
    complete: isComplete(now, end),
  }
}
