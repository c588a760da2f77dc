// Periods of targets, as people write them: `2026-Q3`, `Q3 2026`, `Sep 2026`, `09/2026`, `3. Quartal 2026`.
import {
  calendarDate,
  daysInMonth,
  parsePeriod,
  periodOf,
  type CalendarDate,
  type Period,
} from '../../schema/index.ts'
import { dateShape, fullYear } from './date-shape.ts'
import { fold, quoted } from './fold.ts'
import { monthNumber } from './month-names.ts'

export type PeriodReading =
  | { readonly period: Period }
  /** A day: the first one of a period whose length is said elsewhere. */
  | { readonly startsOn: CalendarDate }
  /** A month or quarter without its year: `M01`, `Sep`, `Q3`. `part` is `M01` … `M12` or `Q1` … `Q4`. */
  | { readonly part: string }
  | { readonly code: string; readonly reason: string; readonly hint: string }

const quarterWords: ReadonlySet<string> = new Set(
  'q quarter qtr quartal t trimestre trim trimester kwartaal k kw quarto'.split(' '),
)
const fillers: ReadonlySet<string> = new Set(
  'de of del the cy calendar year month mes mois monat jahr'.split(' '),
)
const fiscalWords: ReadonlySet<string> = new Set('fy fiscal gj exercice ejercicio'.split(' '))
const halfWords: ReadonlySet<string> = new Set('h half hj halbjahr semestre s'.split(' '))
const token = /\p{L}+|\d+/gu

interface Found {
  year: number | null
  quarter: number | null
  month: number | null
}

/** A number of one or two digits. `inFront`: no month was named before it. */
interface Short {
  readonly value: number
  readonly digits: number
  readonly inFront: boolean
}

/** Reads a period. `year`, where the row or the file says it, completes `Sep`, `M09` and `Q3`. */
export function readPeriod(text: string, year?: number): PeriodReading {
  const trimmed = text.trim()
  const plain = parsePeriod(trimmed)
  if (plain !== null) return { period: plain }
  const shape = dateShape(trimmed)
  // Epochs are no first days of periods.
  const day = ['iso', 'named', 'compact', 'serial'].includes(shape?.kind ?? '')
  if (day && shape !== null && 'date' in shape) return { startsOn: shape.date }
  const words = fold(trimmed).match(token) ?? []
  if (trimmed.length > 40 || words.length === 0) return unreadable(trimmed)
  if (words.some((word) => fiscalWords.has(word) || /^fy\d/.test(word)))
    return {
      code: 'fiscal-period',
      reason: `${quoted(trimmed)} is a fiscal period, and nothing says when the fiscal year begins`,
      hint: 'write calendar periods such as 2026-Q3 or 2026-09, or add a column with the first day of each period',
    }
  if (
    words.length <= 3 &&
    words.some((word) => halfWords.has(word)) &&
    words.some((word) => /^[12]$/.test(word))
  )
    return {
      code: 'half-year-period',
      reason: `${quoted(trimmed)} is a half-year; targets are read by month, quarter or year`,
      hint: 'split it into its two quarters',
    }
  const found = parse(words)
  return found === null ? unreadable(trimmed) : assemble(found, year, trimmed)
}

function parse(words: readonly string[]): Found | null {
  const found: Found = { year: null, quarter: null, month: null }
  const numbers: Short[] = []
  let quarterSaid = false
  for (const word of words) {
    const month = monthNumber(word)
    if (/^\d+$/.test(word)) {
      if (word.length === 4) {
        if (found.year !== null) return null
        found.year = Number(word)
      } else if (word.length <= 2)
        numbers.push({ value: Number(word), digits: word.length, inFront: found.month === null })
      else return null
    } else if (month > 0 && found.month === null) found.month = month
    else if (quarterWords.has(word) && !quarterSaid) quarterSaid = true
    else if (word === 'm' && found.month === null && !quarterSaid) found.month = -1
    else if (!fillers.has(word)) return null
  }
  // `Jahr 2026`, `CY2026`: the whole year.
  if (found.year !== null && found.month === null && !quarterSaid && numbers.length === 0) return found
  if (quarterSaid || found.month === -1 || found.month === null) {
    const part = numbers.shift()?.value
    if (quarterSaid) {
      if (part === undefined || part < 1 || part > 4 || found.month !== null) return null
      found.quarter = part
    } else if (found.month === -1 || found.year !== null) {
      if (part === undefined || part < 1 || part > 12) return null
      found.month = part
    } else return null
  }
  const short = numbers.shift()
  if (short !== undefined) {
    if (found.year !== null) return null
    if (found.quarter !== null || found.month === null || !isEdge(found.month, short)) {
      // A year has two digits at least, and in front of a month `05` is a day.
      if (short.digits < 2 || (found.quarter === null && short.inFront && short.value < 10)) return null
      found.year = fullYear(short.value)
    }
  }
  return numbers.length > 0 ? null : found
}

// Between them they have every last day of a month.
const [common, leap] = [2023, 2024]

/**
 * The first or last day of a month without its year, as spreadsheets show a date: `1-Jan`, `31-Jan`. It names the month and no year.
 * Two digits behind the month are a year: `Jan-31`.
 */
function isEdge(month: number, { value, digits, inFront }: Short): boolean {
  if (value === 1) return inFront || digits === 1
  return inFront && (value === daysInMonth(common, month) || value === daysInMonth(leap, month))
}

function assemble(found: Found, given: number | undefined, text: string): PeriodReading {
  const year = found.year ?? given
  if (found.month === null && found.quarter === null) {
    const whole = parsePeriod(String(year).padStart(4, '0'))
    return whole === null ? unreadable(text) : { period: whole }
  }
  const part = found.quarter === null ? `M${String(found.month).padStart(2, '0')}` : `Q${found.quarter}`
  if (year === undefined) return { part }
  const first = calendarDate(year, found.quarter === null ? (found.month ?? 1) : found.quarter * 3, 1)
  if (first === null) return unreadable(text)
  return { period: periodOf(found.quarter === null ? 'month' : 'quarter', first) }
}

const unreadable = (text: string): PeriodReading => ({
  code: 'not-a-period',
  reason: `${quoted(text)} is not a month, quarter or year`,
  hint: 'write periods such as 2026-Q3, 2026-09 or 2026',
})
