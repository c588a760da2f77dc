// Calendar dates as text `yyyy-mm-dd` and as day numbers (days since 1970-01-01). No Date object, no clock, no zone.

/** `yyyy-mm-dd`, a day that exists in the proleptic Gregorian calendar. Compares correctly as text for years 0001..9999. */
export type CalendarDate = string

export type Grain = 'week' | 'month' | 'quarter' | 'year'

/** A stretch of days, both ends included, and the name people give it: `2026-Q3`, `2026-09`, `2026`, `2026-W31`. */
export interface Period {
  readonly grain: Grain
  readonly label: string
  readonly start: CalendarDate
  readonly end: CalendarDate
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const pad = (value: number, width: number): string => String(value).padStart(width, '0')

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthDays[month - 1] ?? 0)

/** The date, or null when there is no such day (2026-02-30) or the year is outside 1..9999. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Year, month and day of a calendar date; a text that is none gives null. */
export function dateParts(date: string): DateParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return calendarDate(year, month, day) === null ? null : { year, month, day }
}

/** Days since 1970-01-01 (negative before). Howard Hinnant's days_from_civil. */
export function dayNumber(date: CalendarDate): number {
  const parts = dateParts(date)
  if (parts === null) throw new RangeError(`not a calendar date: ${date}`)
  const { year, month, day } = parts
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The calendar date of a day number. Howard Hinnant's civil_from_days. */
export function fromDayNumber(days: number): CalendarDate {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const date = calendarDate(year, month, day)
  if (date === null) throw new RangeError(`day number out of range: ${days}`)
  return date
}

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(dayNumber(date) + days)
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from)
