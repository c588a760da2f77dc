// The shape of one date cell: what it says by itself, before the column decides what day-and-month order it is in.
import { calendarDate, fromDayNumber, type CalendarDate } from '../../schema/index.ts'
import { fold } from './fold.ts'
import { unwrapped } from './guard.ts'
import { isFiller, monthNumber } from './month-names.ts'

export type DateShape =
  /** Says which day it is without any order: ISO, `15 Jan 2026`, `20260115`. */
  | { readonly kind: 'iso' | 'named' | 'compact'; readonly date: CalendarDate }
  /** Two numbers and a year. `short`: the year has two digits, so it may also be the first part. */
  | {
      readonly kind: 'parts'
      readonly first: number
      readonly second: number
      readonly third: number
      readonly short: boolean
      readonly dotted: boolean
    }
  | { readonly kind: 'serial' | 'seconds' | 'milliseconds'; readonly date: CalendarDate }
  /** Written as a date, but there is no such day. */
  | { readonly kind: 'impossible' }

const longest = 64
const zero = 48
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const two = (text: string, at: number): number => {
  const tens = text.charCodeAt(at)
  const ones = text.charCodeAt(at + 1)
  return isDigit(tens) && isDigit(ones) ? (tens - zero) * 10 + ones - zero : -1
}

/** Two-digit years: 69..99 are 19xx, the rest 20xx, as POSIX has it. */
export const fullYear = (year: number): number =>
  year >= 100 ? year : year >= 69 ? 1900 + year : 2000 + year

// A time of day after the date, with AM/PM, zone or offset. The zone is read over: the calendar date as written counts.
const time =
  /^(?:[\s,T]|at |um |à |às |om |alle |ore |klo )*(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s?(?:[ap]\.?\s?m\.?|uhr|h)?\s?(Z|[A-Z]{2,5})?\s?(?:[+-]\d{1,2}(?::?\d{2})?)?\s?([A-Z]{2,5})?(?:\s?\([^()]*\))?$/iu
const hourOnly = /^[\s,T]+(\d{1,2})\s?[ap]m$/i
const zoneOnly = /^\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}|\([^()]*\))$/

function isTime(tail: string): boolean {
  const found = time.exec(tail)
  if (found !== null) {
    const [, hours, minutes, seconds = '0', zone = '', otherZone = ''] = found
    // Zones are written in capitals: other small letters are words, and the cell says more than a day.
    const isZone = [zone, otherZone].every(
      (name) => name === name.toUpperCase() || /^(?:z|utc|gmt)$/i.test(name),
    )
    return isZone && Number(hours) <= 24 && Number(minutes) <= 59 && Number(seconds) <= 60
  }
  const hour = hourOnly.exec(tail)
  return hour === null ? zoneOnly.test(tail) : Number(hour[1]) <= 12
}

/** `yyyy-mm-dd`, alone or with a time; undefined when the cell does not begin that way. */
function iso(text: string): DateShape | null | undefined {
  if (text.length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined
  const century = two(text, 0)
  const year = two(text, 2)
  const month = two(text, 5)
  const day = two(text, 8)
  if (century < 0 || year < 0 || month < 0 || day < 0) return undefined
  const wellKnown = month > 0 && month <= 12 && day > 0 && day <= (days[month - 1] ?? 0)
  const leapDay = month === 2 && day === 29
  const date = text.length === 10 ? text : text.slice(0, 10)
  if (text.length > 10 && !isoTime(text)) return null
  if (wellKnown && !leapDay && century + year > 0) return { kind: 'iso', date }
  return calendarDate(century * 100 + year, month, day) === null
    ? { kind: 'impossible' }
    : { kind: 'iso', date }
}

function isoTime(text: string): boolean {
  const mark = text.charCodeAt(10)
  if ((mark === 32 || mark === 84) && text.charCodeAt(13) === 58) {
    const hour = two(text, 11)
    const minute = two(text, 14)
    const second = text.length === 16 ? 0 : text.charCodeAt(16) === 58 ? two(text, 17) : -1
    const good = hour >= 0 && hour <= 24 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60
    if (good && (text.length === 16 || text.length === 19)) return true
  }
  return isTime(text.slice(10))
}

/** `3/15/2024`, `15.01.26 14:30`: numbers of one or two digits, then a year. Undefined: not in this form, look closer. */
function slashed(text: string): DateShape | null | undefined {
  const first = oneOrTwo(text, 0)
  if (first < 0) return undefined
  const firstEnd = isDigit(text.charCodeAt(1)) ? 2 : 1
  const mark = text.charCodeAt(firstEnd)
  if (mark !== 47 && mark !== 46 && mark !== 45) return undefined
  const second = oneOrTwo(text, firstEnd + 1)
  const secondEnd = isDigit(text.charCodeAt(firstEnd + 2)) ? firstEnd + 3 : firstEnd + 2
  if (second < 0 || text.charCodeAt(secondEnd) !== mark) return undefined
  const year = two(text, secondEnd + 1)
  const rest = two(text, secondEnd + 3)
  const end = secondEnd + (rest < 0 ? 3 : 5)
  if (year < 0 || isDigit(text.charCodeAt(end))) return undefined
  if (text.length > end && !isTime(text.slice(end))) return null
  const third = rest < 0 ? year : year * 100 + rest
  return { kind: 'parts', first, second, third, short: rest < 0, dotted: mark === 46 }
}

const oneOrTwo = (text: string, at: number): number => {
  const tens = text.charCodeAt(at)
  if (!isDigit(tens)) return -1
  const ones = text.charCodeAt(at + 1)
  return isDigit(ones) ? (tens - zero) * 10 + ones - zero : tens - zero
}

const digitsOnly = /^\d+(?:\.\d+)?$/

/** Numbers that are dates by their size: the ranges do not touch each other. */
function numeric(text: string): DateShape | null {
  if (text.length > 20 || !digitsOnly.test(text)) return null
  const point = text.indexOf('.')
  const whole = point < 0 ? text.length : point
  const value = Number(text.slice(0, whole))
  if (whole === 5 && value >= 20_000 && value <= 80_000)
    return { kind: 'serial', date: fromDayNumber(value - 25_569) }
  if (whole === 8 && point < 0) return compact(text)
  if ((whole === 14 || whole === 12) && point < 0 && two(text, 8) <= 24) {
    const found = compact(text.slice(0, 8))
    if (found !== null && found.kind === 'compact') return found
  }
  if ((whole === 9 || whole === 10) && value >= 1e8 && value < 4_102_444_800)
    return { kind: 'seconds', date: fromDayNumber(Math.floor(value / 86_400)) }
  if ((whole === 12 || whole === 13) && value >= 1e11 && value < 4_102_444_800_000)
    return { kind: 'milliseconds', date: fromDayNumber(Math.floor(value / 86_400_000)) }
  return null
}

function compact(text: string): DateShape | null {
  const year = Number(text.slice(0, 4))
  if (year < 1900 || year > 2100) return null
  const date = calendarDate(year, two(text, 4), two(text, 6))
  return date === null ? { kind: 'impossible' } : { kind: 'compact', date }
}

const token = /(\d+)|([\p{L}\p{M}]+)|[^\p{L}\p{M}\d]/gu
const between = /^[\s/.,'’`\-–_]$/u

/** The shape of a cell, or null when it is no date at all. */
export function dateShape(cell: string): DateShape | null {
  if (cell.length > longest) return null
  const first = cell.charCodeAt(0)
  const last = cell.charCodeAt(cell.length - 1)
  let text = first <= 32 || last <= 32 || first > 127 || last > 127 ? cell.trim() : cell
  if (text.charCodeAt(0) === 39) text = text.slice(1)
  else if (text.charCodeAt(0) === 61) text = unwrapped(text)
  const quick = iso(text) ?? slashed(text)
  return quick === undefined ? (numeric(text) ?? written(text)) : quick
}

function written(text: string): DateShape | null {
  const numbers: { value: number; length: number }[] = []
  let month = 0
  let monthAt = -1
  let dots = 0
  token.lastIndex = 0
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [mark, digits, word] = found
    if (digits !== undefined) {
      if (digits.length > 4) return null
      numbers.push({ value: Number(digits), length: digits.length })
    } else if (word !== undefined) {
      const folded = fold(word)
      const number = monthNumber(folded)
      // `mar. 15 sept. 2026`: the first one was a Tuesday.
      if (number > 0) {
        month = number
        monthAt = numbers.length
      } else if (!isFiller(folded)) return null
    } else if (mark === '.') dots++
    else if (!between.test(mark)) return null
    if (numbers.length + (month > 0 ? 1 : 0) === 3)
      return finish(text, token.lastIndex, numbers, month, monthAt, dots)
  }
  return null
}

function finish(
  text: string,
  end: number,
  numbers: readonly { value: number; length: number }[],
  month: number,
  monthAt: number,
  dots: number,
): DateShape | null {
  const tail = text.slice(end).replace(/^[.日]/u, '')
  if (tail !== '' && !isTime(tail)) return null
  const [a, b, c] = numbers
  if (a === undefined || b === undefined) return null
  if (month > 0) {
    const yearFirst = a.length === 4 || (monthAt === 1 && a.value > 31)
    const [year, day] = yearFirst ? [a, b] : [b, a]
    if (year.length === 1 || year.length === 3 || day.length > 2) return null
    const date = calendarDate(fullYear(year.value), month, day.value)
    return date === null ? { kind: 'impossible' } : { kind: 'named', date }
  }
  if (c === undefined) return null
  if (a.length === 4 && b.length <= 2 && c.length <= 2) {
    const date = calendarDate(a.value, b.value, c.value)
    return date === null ? { kind: 'impossible' } : { kind: 'iso', date }
  }
  if (a.length > 2 || b.length > 2 || c.length === 3 || c.length === 1) return null
  const short = c.length === 2
  return { kind: 'parts', first: a.value, second: b.value, third: c.value, short, dotted: dots >= 2 }
}
