// Dates: the day-and-month order of a column is decided from all its cells, then every cell is read by it.
import { calendarDate } from '../../schema/index.ts'
import type { CellFormat, DateOrder } from '../mapping.ts'
import type { CellCounts, CellReading, Decided, FormatHints } from './contract.ts'
import { dateShape, fullYear, type DateShape } from './date-shape.ts'
import { cellsWord, quoted } from './fold.ts'
import { isMissingValue } from './missing.ts'
import { addShortYear, bothReadings, firstPartsAre, noShortYears, type ShortYears } from './short-years.ts'

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
  readonly shortYears: ShortYears
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
  const tally: Tally = { count, example, dotted: 0, shortYears: noShortYears() }
  for (const [text, times] of cells) {
    if (isMissingValue(text)) continue
    const shape = dateShape(text)
    const sort = sortOf(shape)
    count.set(sort, (count.get(sort) ?? 0) + times)
    if (!example.has(sort)) example.set(sort, text.trim())
    if (shape?.kind === 'parts' && sort !== 'yearFirst')
      addShortYear(tally.shortYears, text, shape, times, sort === 'impossible')
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
  const years = yearsInFront(tally, hints)
  // Days that exist only when read year first.
  const rescued = years === null ? 0 : tally.shortYears.rescued
  const calendar = calendarSorts.reduce((sum, sort) => sum + n(sort), rescued)
  const bySize = (['serial', 'seconds', 'milliseconds'] as const).toSorted((a, b) => n(b) - n(a))
  const largest = bySize[0] ?? 'serial'
  const readable = calendar + n('serial') + n('seconds') + n('milliseconds')
  const bad = n('unreadable') + n('impossible') - rescued
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
  const order = years === null ? orderOf(tally, hints, notes) : noted(years, tally.shortYears, notes)
  if ('undecidable' in order) return order
  return decided({ kind: 'date', style: 'calendar', ...order }, notes)
}

const decided = (format: CellFormat, notes: readonly string[]): Decided =>
  notes.length === 0 ? { format } : { format, warning: notes.join('; ') }

type Order =
  | { readonly order: DateOrder | null; readonly evidence: string }
  | { readonly undecidable: string; readonly hint: string }

/** The order of a column whose short dates may all begin with the year; null where nothing speaks for that. */
function yearsInFront({ count, shortYears }: Tally, { dateOrder: told }: FormatHints): Order | null {
  const { fitting, firsts, lasts, example, text, otherText } = shortYears
  const are = firstPartsAre(shortYears)
  // Years over 31 in front are counted with the others.
  if (are === 'days' || example === null || (count.get('yearFirst') ?? 0) > 0) return null
  if (told === 'day-first') return null
  const seen = `${cellsWord(fitting)} with ${partsWord(firsts)} in front and ${partsWord(lasts)} at the end, as ${quoted(text)}`
  if (told === 'year-first') return { order: told, evidence: 'told: year first' }
  if (are === 'years') return { order: 'year-first', evidence: seen }
  return {
    undecidable: `${quoted(text)} may be ${bothReadings(example).join(' or ')}: ${seen}, and either may be the year${otherText === '' ? '' : `, but not so in ${quoted(otherText)}`}`,
    hint: 'write --date-order year-first or --date-order day-first, or "dateOrder" for this file in salescheck.json',
  }
}

/** `25 to 26`. */
function partsWord(parts: ReadonlySet<number>): string {
  const [least, most] = [Math.min(...parts), Math.max(...parts)]
  return least === most ? String(least) : `${least} to ${most}`
}

/** Cells that do not begin as the others do are read like them, and that is said. */
function noted(order: Order, { other, otherText }: ShortYears, notes: string[]): Order {
  if (other > 0 && 'order' in order)
    notes.push(
      `${cellsWord(other)} do not begin with a year like the others, as ${quoted(otherText)}: read year first as well`,
    )
  return order
}

function orderOf(tally: Tally, hints: FormatHints, notes: string[]): Order {
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

function undecidableOrder(text: string, count: number): Order {
  const shape = dateShape(text)
  const parts = shape?.kind === 'parts' ? shape : null
  const year = parts?.short === true ? dated(parts, 'year-first') : null
  const readings = parts === null ? [] : [dated(parts, 'day-first'), dated(parts, 'month-first'), year]
  return {
    undecidable: `${quoted(text)} may be ${readings.filter((date) => date !== null).join(' or ')}, and none of the ${cellsWord(count)} like it has a part over 12`,
    hint: `write --date-order day-first or --date-order month-first${year === null ? '' : ' or --date-order year-first'}, or "dateOrder" for this file in salescheck.json`,
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
  // `30/02/15` is a day when read year first.
  if (sort === 'impossible' && !(shape.short && format.order === 'year-first')) return impossible(text)
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
