// Dates: the day-and-month order of a column is decided from all its cells, then every cell is read by it.
import { calendarDate } from '../../schema/index.ts'
import type { CellFormat, DateOrder } from '../mapping.ts'
import type { CellCounts, CellReading, Decided, FormatHints } from './contract.ts'
import { dateShape, fullYear, type DateShape } from './date-shape.ts'
import { cellsWord, quoted } from './fold.ts'
import { isMissingValue } from './missing.ts'

type DateFormat = Extract<CellFormat, { kind: 'date' }>
type Parts = Extract<DateShape, { kind: 'parts' }>
type Sort =
  | 'iso'
  | 'named'
  | 'compact'
  | 'serial'
  | 'seconds'
  | 'milliseconds'
  | 'yearFirst'
  | 'dayFirst'
  | 'monthFirst'
  | 'either'
  | 'same'
  | 'impossible'
  | 'unreadable'

interface Tally {
  readonly count: Map<Sort, number>
  readonly example: Map<Sort, string>
  /** How many of the undecided ones are written with dots, which is a day-first habit everywhere. */
  dotted: number
}

function sortOf(shape: DateShape | null): Sort {
  if (shape === null) return 'unreadable'
  if (shape.kind !== 'parts') return shape.kind
  const { first, second, third, short } = shape
  if (short && first > 31) return 'yearFirst'
  const year = fullYear(third)
  const dayDate = calendarDate(year, second, first) !== null
  const monthDate = calendarDate(year, first, second) !== null
  if (dayDate && monthDate) return first === second ? 'same' : 'either'
  if (dayDate) return 'dayFirst'
  return monthDate ? 'monthFirst' : 'impossible'
}

function tallyOf(cells: CellCounts): Tally {
  const count = new Map<Sort, number>()
  const example = new Map<Sort, string>()
  const tally: Tally = { count, example, dotted: 0 }
  for (const [text, times] of cells) {
    if (isMissingValue(text)) continue
    const shape = dateShape(text)
    const sort = sortOf(shape)
    count.set(sort, (count.get(sort) ?? 0) + times)
    if (!example.has(sort)) example.set(sort, text.trim())
    if (sort === 'either' && shape?.kind === 'parts' && shape.dotted) tally.dotted += times
  }
  return tally
}

const calendarSorts: readonly Sort[] = [
  'iso',
  'named',
  'compact',
  'yearFirst',
  'dayFirst',
  'monthFirst',
  'either',
  'same',
]
const styles = {
  serial: 'excel-serial',
  seconds: 'epoch-seconds',
  milliseconds: 'epoch-milliseconds',
} as const

/** Decides how a date column is read. */
export function decideDate(cells: CellCounts, hints: FormatHints): Decided {
  const tally = tallyOf(cells)
  const n = (sort: Sort): number => tally.count.get(sort) ?? 0
  const shown = (sort: Sort): string => quoted(tally.example.get(sort) ?? '')
  const calendar = calendarSorts.reduce((sum, sort) => sum + n(sort), 0)
  const bySize = (['serial', 'seconds', 'milliseconds'] as const).toSorted((a, b) => n(b) - n(a))
  const largest = bySize[0] ?? 'serial'
  const readable = calendar + n('serial') + n('seconds') + n('milliseconds')
  const bad = n('unreadable') + n('impossible')
  const badExample = n('unreadable') > 0 ? shown('unreadable') : shown('impossible')
  if (readable === 0 && bad > 0)
    return {
      undecidable: `none of the ${cellsWord(bad)} reads as a date, for example ${badExample}`,
      hint: 'map another column in salescheck.json, or leave this one out',
    }
  const notes: string[] = []
  if (bad > 0 && bad * 20 > readable)
    notes.push(`${cellsWord(bad)} cannot be read as dates, for example ${badExample}`)
  if (n(largest) > calendar) {
    const unit = largest === 'serial' ? 'Excel day numbers' : `Unix ${largest}, read as UTC days`
    const evidence = `${cellsWord(n(largest))} are ${unit}, as ${shown(largest)}`
    if (calendar > 0) notes.push(`${cellsWord(calendar)} are written as dates`)
    return decided({ kind: 'date', order: hints.dateOrder ?? null, style: styles[largest], evidence }, notes)
  }
  if (readable > calendar)
    notes.push(`${cellsWord(readable - calendar)} are numbers read as dates, for example ${shown(largest)}`)
  const order = orderOf(tally, hints, notes)
  if ('undecidable' in order) return order
  return decided({ kind: 'date', style: 'calendar', ...order }, notes)
}

const decided = (format: CellFormat, notes: readonly string[]): Decided =>
  notes.length === 0 ? { format } : { format, warning: notes.join('; ') }

function orderOf(
  tally: Tally,
  hints: FormatHints,
  notes: string[],
): { order: DateOrder | null; evidence: string } | { undecidable: string; hint: string } {
  const n = (sort: Sort): number => tally.count.get(sort) ?? 0
  const shown = (sort: Sort): string => quoted(tally.example.get(sort) ?? '')
  const day = n('dayFirst')
  const month = n('monthFirst')
  const either = n('either')
  const dayText = `${cellsWord(day)} with a first part over 12, as ${shown('dayFirst')}`
  const monthText = `${cellsWord(month)} with a second part over 12, as ${shown('monthFirst')}`
  const told = hints.dateOrder
  if (n('yearFirst') > 0 && n('yearFirst') >= day + month)
    return {
      order: 'year-first',
      evidence: `${cellsWord(n('yearFirst'))} begin with the year, as ${shown('yearFirst')}`,
    }
  if (told === 'year-first' && day + month + either + n('same') > 0)
    return { order: told, evidence: 'told: year first' }
  if (day > 0 && month > 0) {
    if (told !== undefined) {
      notes.push(`both orders occur: ${dayText}; ${monthText}`)
      return { order: told, evidence: `told: ${told}` }
    }
    if (either === 0) return { order: null, evidence: `each cell says its order: ${dayText}; ${monthText}` }
    const [order, few] = day > month ? (['day-first', month] as const) : (['month-first', day] as const)
    if (few * 100 <= Math.max(day, month)) {
      notes.push(
        `${cellsWord(few)} are in the other order and will be rejected, as ${shown(day > month ? 'monthFirst' : 'dayFirst')}`,
      )
      return { order, evidence: day > month ? dayText : monthText }
    }
    return {
      undecidable: `dates are in both orders: ${dayText}; ${monthText}; and ${cellsWord(either)} that could be either, as ${shown('either')}`,
      hint: 'write --date-order day-first or --date-order month-first: cells that do not fit are then rejected',
    }
  }
  if (day > 0 || month > 0) {
    const order = day > 0 ? 'day-first' : 'month-first'
    if (told !== undefined && told !== order)
      notes.push(`told ${told}, but ${day > 0 ? dayText : monthText} can only be ${order}: read ${order}`)
    return { order, evidence: day > 0 ? dayText : monthText }
  }
  if (either > 0) {
    if (told !== undefined) return { order: told, evidence: `told: ${told}` }
    if (tally.dotted === either)
      return { order: 'day-first', evidence: `${cellsWord(either)} written with dots, as ${shown('either')}` }
    return undecidableOrder(tally.example.get('either') ?? '', either)
  }
  const kinds = (['iso', 'compact', 'named', 'same'] as const).filter((sort) => n(sort) > 0)
  const evidence = kinds.map((sort) => `${cellsWord(n(sort))} as ${shown(sort)}`).join(', ')
  const order = n('iso') + n('compact') > 0 ? 'year-first' : null
  return {
    order: told !== undefined && n('same') > 0 ? told : order,
    evidence: evidence === '' ? 'no cell is filled' : evidence,
  }
}

function undecidableOrder(text: string, count: number): { undecidable: string; hint: string } {
  const shape = dateShape(text)
  const both = shape?.kind === 'parts' ? [dated(shape, 'day-first'), dated(shape, 'month-first')] : []
  return {
    undecidable: `${quoted(text)} may be ${both.join(' or ')}, and none of the ${cellsWord(count)} like it has a part over 12`,
    hint: 'write --date-order day-first or --date-order month-first, or "dateOrder" for this file in salescheck.json',
  }
}

function dated(shape: Parts, order: DateOrder): string | null {
  const { first, second, third } = shape
  if (order === 'year-first') return calendarDate(fullYear(first), second, third)
  const year = fullYear(third)
  return order === 'day-first' ? calendarDate(year, second, first) : calendarDate(year, first, second)
}

const orderWords = {
  'day-first': 'day first',
  'month-first': 'month first',
  'year-first': 'year first',
} as const

/** Reads one cell of a date column: `yyyy-mm-dd`. */
export function readDate(format: DateFormat, text: string): CellReading {
  const shape = dateShape(text)
  if (shape === null)
    return isMissingValue(text)
      ? { value: null }
      : { code: 'not-a-date', reason: `${quoted(text)} is not a date` }
  if (shape.kind === 'impossible') return impossible(text)
  if (shape.kind !== 'parts') return { value: shape.date }
  const sort = sortOf(shape)
  if (sort === 'impossible') return impossible(text)
  const order: DateOrder | null =
    sort === 'yearFirst'
      ? 'year-first'
      : format.order === null || (format.order === 'year-first' && !shape.short)
        ? alone(sort)
        : format.order
  if (order === null)
    return { code: 'ambiguous-date', reason: `${quoted(text)} may be day first or month first` }
  const date = dated(shape, order)
  return date === null
    ? { code: 'impossible-date', reason: `${quoted(text)} is no date when read ${orderWords[order]}` }
    : { value: date }
}

const alone = (sort: Sort): DateOrder | null =>
  sort === 'dayFirst' || sort === 'same' ? 'day-first' : sort === 'monthFirst' ? 'month-first' : null

const impossible = (text: string): CellReading => ({
  code: 'impossible-date',
  reason: `${quoted(text)} is a day that does not exist`,
})
