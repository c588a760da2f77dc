// Stretches of whole months: what targets are set for and answers are counted over. Months are counted from the year 0.
import { calendarDate, dateParts, daysInMonth, periodOf, type Period } from '../schema/index.ts'

export type SpanGrain = 'month' | 'quarter' | 'year'

/** `months` months from month number `first` on (year * 12 + month - 1). */
export interface Span {
  readonly grain: SpanGrain
  readonly first: number
  readonly months: number
}

/** Where fiscal quarters (0..2) and years (0..11) begin, as months after January. */
export interface Shifts {
  readonly quarter: number
  readonly year: number
}

export const grains = ['month', 'quarter', 'year'] as const satisfies readonly SpanGrain[]
export const monthsOf: Readonly<Record<SpanGrain, number>> = { month: 1, quarter: 3, year: 12 }

/** The month a day lies in. */
export function monthNumber(date: string): number {
  const parts = dateParts(date)
  if (parts === null) throw new RangeError(`not a calendar date: ${date}`)
  return parts.year * 12 + parts.month - 1
}

/** The span of this grain that holds the month. */
export function spanAt(grain: SpanGrain, month: number, shifts: Shifts): Span {
  const months = monthsOf[grain]
  const shift = grain === 'month' ? 0 : shifts[grain]
  return { grain, first: month - ((((month - shift) % months) + months) % months), months }
}

export const sameSpan = (a: Span, b: Span): boolean => a.first === b.first && a.months === b.months
export const lastMonth = (span: Span): number => span.first + span.months - 1
export const covers = (outer: Span, inner: Span): boolean =>
  inner.first >= outer.first && lastMonth(inner) <= lastMonth(outer)

const monthStart = (month: number): string => {
  const date = calendarDate(Math.floor(month / 12), (month % 12) + 1, 1)
  if (date === null) throw new RangeError(`no such month: ${month}`)
  return date
}
const monthLabel = (month: number): string => monthStart(month).slice(0, 7)

/** With the name people give it: `2026-Q3`; spans that begin in another month than the calendar's are named by their ends. */
export function periodOfSpan(span: Span): Period {
  const start = monthStart(span.first)
  const calendar = periodOf(span.grain, start)
  if (calendar.start === start) return calendar
  const last = lastMonth(span)
  const end = `${monthLabel(last)}-${daysInMonth(Math.floor(last / 12), (last % 12) + 1)}`
  return { grain: span.grain, label: `${monthLabel(span.first)} to ${monthLabel(last)}`, start, end }
}

/** Months, quarters and years only: a week holds no whole month. */
export function spanOfPeriod(period: Period): Span | null {
  return period.grain === 'week'
    ? null
    : { grain: period.grain, first: monthNumber(period.start), months: monthsOf[period.grain] }
}
