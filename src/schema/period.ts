// Periods: the week, month, quarter or year a day lies in, the ones before and after, and how people write them.
import {
  addDays,
  calendarDate,
  dateParts,
  dayNumber,
  daysInMonth,
  fromDayNumber,
  type CalendarDate,
  type Grain,
  type Period,
} from './calendar.ts'

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

function parts(date: CalendarDate): { year: number; month: number } {
  const found = dateParts(date)
  if (found === null) throw new RangeError(`not a calendar date: ${date}`)
  return found
}

const dayOf = (year: number, month: number, day: number): CalendarDate => {
  const found = calendarDate(year, month, day)
  if (found === null) throw new RangeError(`no such day: ${year}-${month}-${day}`)
  return found
}

/** The period of this grain that contains the day. Weeks are ISO weeks, Monday to Sunday. */
export function periodOf(grain: Grain, date: CalendarDate): Period {
  const { year, month } = parts(date)
  if (grain === 'month') {
    const end = dayOf(year, month, daysInMonth(year, month))
    return { grain, label: `${pad(year, 4)}-${pad(month)}`, start: dayOf(year, month, 1), end }
  }
  if (grain === 'quarter') {
    const quarter = Math.ceil(month / 3)
    const last = quarter * 3
    const end = dayOf(year, last, daysInMonth(year, last))
    return { grain, label: `${pad(year, 4)}-Q${quarter}`, start: dayOf(year, last - 2, 1), end }
  }
  if (grain === 'year')
    return { grain, label: pad(year, 4), start: dayOf(year, 1, 1), end: dayOf(year, 12, 31) }
  return weekOf(date)
}

function weekOf(date: CalendarDate): Period {
  const number = dayNumber(date)
  // 1970-01-01 was a Thursday: day number -3 is a Monday.
  const monday = number - ((((number + 3) % 7) + 7) % 7)
  const thursday = parts(fromDayNumber(monday + 3))
  const firstThursday = dayNumber(dayOf(thursday.year, 1, 4))
  const firstMonday = firstThursday - ((((firstThursday + 3) % 7) + 7) % 7)
  const week = (monday - firstMonday) / 7 + 1
  return {
    grain: 'week',
    label: `${pad(thursday.year, 4)}-W${pad(week)}`,
    start: fromDayNumber(monday),
    end: fromDayNumber(monday + 6),
  }
}

export const nextPeriod = (period: Period): Period => periodOf(period.grain, addDays(period.end, 1))
export const previousPeriod = (period: Period): Period => periodOf(period.grain, addDays(period.start, -1))

/** Every period of the grain from the one of `first` to the one of `last`; empty when `last` is earlier. */
export function periodsBetween(grain: Grain, first: CalendarDate, last: CalendarDate): Period[] {
  const periods: Period[] = []
  if (last < first) return periods
  for (let period = periodOf(grain, first); period.start <= last; period = nextPeriod(period))
    periods.push(period)
  return periods
}

/** A period written as `2026`, `2026-Q3`, `2026-09` or `2026-W31` (also `2026Q3`, `Q3 2026`, any case); else null. */
export function parsePeriod(text: string): Period | null {
  const word = text.trim().toUpperCase()
  const year = /^(\d{4})$/.exec(word)
  if (year !== null && year[1] !== '0000') return periodOf('year', `${year[1]}-01-01`)
  const quarter = /^(\d{4})[- ]?Q([1-4])$/.exec(word) ?? swap(/^Q([1-4])[- /]?(\d{4})$/.exec(word))
  if (quarter !== null) return fromMonth('quarter', Number(quarter[1]), Number(quarter[2]) * 3)
  const month = /^(\d{4})[-/]?(0[1-9]|1[0-2])$/.exec(word)
  if (month !== null) return fromMonth('month', Number(month[1]), Number(month[2]))
  const week = /^(\d{4})-?W([0-5]\d)$/.exec(word)
  if (week === null) return null
  const jan4 = calendarDate(Number(week[1]), 1, 4)
  if (jan4 === null) return null
  const period = periodOf('week', addDays(jan4, (Number(week[2]) - 1) * 7))
  return period.label === `${week[1]}-W${week[2]}` ? period : null
}

const swap = (match: RegExpExecArray | null): [string, string, string] | null =>
  match === null ? null : [match[0], match[2] ?? '', match[1] ?? '']

function fromMonth(grain: Grain, year: number, month: number): Period | null {
  const day = calendarDate(year, month, 1)
  return day === null ? null : periodOf(grain, day)
}

/** Days at the end of a period that may be missing from an export before the period counts as incomplete (statistics: A9). */
export const completeSlackDays = 3

/** Complete: the data reach into the last three days of the period. */
export const isComplete = (period: Period, asOf: CalendarDate): boolean =>
  dayNumber(asOf) > dayNumber(period.end) - completeSlackDays
