/**
 * Calendar months as whole numbers and back, and the day number of a date, without time zones.
 *
 * Use them on ISO dates (yyyy-mm-dd) and months (yyyy-mm). Not on anything with a clock in it.
 *
 * Formula: month = 12 · year + month - 1; day number = days since 1970-01-01 in the Gregorian calendar (H.
 * Hinnant's days_from_civil). Example: monthNumber('1970-02') = 23641; dayNumber('1970-02-01') = 31
 */
import { requireThat } from './misuse.ts'

export function monthNumber(month: string): number {
  requireThat(/^\d{4}-(0[1-9]|1[0-2])/.test(month), `not a month: ${month}`)
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1
}

export function monthName(month: number): string {
  const year = Math.floor(month / 12)
  return `${String(year).padStart(4, '0')}-${String(month - 12 * year + 1).padStart(2, '0')}`
}

export function dayNumber(date: string): number {
  requireThat(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(date), `not a date: ${date}`)
  return firstDayOf(monthNumber(date)) + Number(date.slice(8, 10)) - 1
}

/** Day number of the first day of a month. */
export function firstDayOf(month: number): number {
  // Years counted from March make the leap day the last of its year.
  const sinceMarch = month - 2
  const year = Math.floor(sinceMarch / 12)
  const monthOfYear = sinceMarch - 12 * year
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leapDays + Math.floor((153 * monthOfYear + 2) / 5) - 719_468
}
