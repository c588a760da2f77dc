// Reads one record that holds quotes, from a text that may not be complete yet. Tolerant: it says where quotes are out of place, and
// leaves to the caller whether to believe the reading.
import type { CsvDialect } from '../source.ts'
import { openingQuote, unescape } from './line-reading.ts'

/** A record longer than this is not one: an unclosed quote has swallowed the file. In characters. */
export const recordCap = 16 * 1024 * 1024

/** How far past a misplaced quote its cell may still find its end. */
const strayReach = 64 * 1024

/** `end` may be looked for this much past a cap before a missing rest of the text no longer matters. */
const slack = 4096

export type QuotedRecord =
  | {
      readonly state: 'closed'
      readonly cells: string[]
      /** After the line end. */
      readonly end: number
      /** Quotes stand only where the rules put them. */
      readonly regular: boolean
      /** A cell that is not quoted holds a quote: text, for any parser. */
      readonly innerQuote: boolean
      readonly manyLines: boolean
    }
  | { readonly state: 'unclosed' }
  /** The answer lies in text that has not been read yet. */
  | { readonly state: 'more' }

const more = { state: 'more' } as const
const unclosed = { state: 'unclosed' } as const

export interface Reach {
  /** No more text follows. */
  readonly final: boolean
  /** Cells a record should have, where known: a lone carriage return ends a row only where the row is complete. */
  readonly width: number | null
  /** How far a quoted cell may run. */
  readonly cap: number
  /** Asked once a quoted cell has both run over a line end and met a misplaced quote: is its first line better read alone? */
  readonly firstLineAlone: () => boolean
}

export function readQuotedRecord(
  text: string,
  start: number,
  dialect: CsvDialect,
  reach: Reach,
): QuotedRecord {
  const { delimiter, quote } = dialect
  const { final, width } = reach
  const cells: string[] = []
  const limit = start + reach.cap
  let regular = true
  let manyLines = false
  let innerQuote = false
  let at = start
  for (;;) {
    const open = openingQuote(text, at, dialect)
    let cell: string
    if (open === -1 || quote === null) {
      const stop = endOfPlainCell(text, at, delimiter, cells.length + 1 === width)
      if (stop === text.length && !final) return giveUp(text, limit)
      cell = text.slice(at, stop)
      if (quote !== null && cell.includes(quote)) innerQuote = true
      at = stop
    } else {
      if (open !== at) regular = false
      const close = closingQuote(open)
      if (typeof close !== 'number') return close
      cell = unescape(text.slice(open + 1, close), dialect)
      at = close + 1
      if (delimiter !== ' ') at = afterBlanks(text, at)
      if (at !== close + 1) regular = false
    }
    if (text.startsWith(delimiter, at)) {
      cells.push(cell)
      at += delimiter.length
      continue
    }
    // The end of the record: carriage returns, then usually a line feed.
    let end = at
    while (text.charCodeAt(end) === 0x0d) end++
    if (end === text.length && !final) return giveUp(text, limit)
    if (text.charCodeAt(end) === 0x0a) end++
    else if (end > at) end = at + 1
    cells.push(open === -1 ? withoutTrailingReturns(cell) : cell)
    return { state: 'closed', cells, end, regular, innerQuote, manyLines }
  }

  function closingQuote(open: number): number | typeof more | typeof unclosed {
    const mark = quote ?? ''
    let reachTo = limit
    let strays = 0
    let newline = text.indexOf('\n', open)
    for (let close = text.indexOf(mark, open + 1); ; close = text.indexOf(mark, close)) {
      if (close === -1) return final ? unclosed : giveUp(text, reachTo)
      if (close > reachTo) return unclosed
      const next = close + 1
      if (dialect.escape === 'backslash' && oddBackslashes(text, close, open + 1)) {
        close = next
        continue
      }
      if (next === text.length && !final) return giveUp(text, reachTo)
      if (dialect.escape === 'double' && text[next] === mark) {
        close = next + 1
        continue
      }
      const ends = endsCell(text, next, dialect, width === null || cells.length + 1 >= width, final)
      if (ends === null) return giveUp(text, reachTo)
      if (ends) {
        manyLines ||= newline !== -1 && newline < close
        return close
      }
      regular = false
      if (strays++ === 0) reachTo = Math.min(limit, close + strayReach)
      if (newline !== -1 && newline < close && reach.firstLineAlone()) return unclosed
      if (newline !== -1 && newline < close) newline = open
      close = next
    }
  }
}

function afterBlanks(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === 0x20) at++
  return at
}

/** Nothing decided yet: wait for more text, unless so much of it is there that no rest could change the answer. */
function giveUp(text: string, limit: number): typeof more | typeof unclosed {
  return text.length > limit + slack ? unclosed : more
}

/** Does what follows a quote make it a closing one? Null: not enough text to say. */
function endsCell(
  text: string,
  after: number,
  dialect: CsvDialect,
  returnEnds: boolean,
  final: boolean,
): boolean | null {
  const { delimiter } = dialect
  let at = delimiter === ' ' ? after : afterBlanks(text, after)
  if (text.startsWith(delimiter, at) || text.charCodeAt(at) === 0x0a) return true
  if (at === text.length) return final ? true : null
  if (delimiter.length > 1 && !final && delimiter.startsWith(text.slice(at))) return null
  if (text.charCodeAt(at) !== 0x0d) return text.startsWith(delimiter, after)
  while (text.charCodeAt(at) === 0x0d) at++
  if (at === text.length) return final ? true : null
  return text.charCodeAt(at) === 0x0a || returnEnds
}

/** The first delimiter or line end at or after `at`; a lone carriage return ends the cell where the row is complete. */
function endOfPlainCell(text: string, at: number, delimiter: string, last: boolean): number {
  const code = delimiter.charCodeAt(0)
  for (let i = at; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char === 0x0a) return i
    if (char === code && text.startsWith(delimiter, i)) return i
    if (char === 0x0d && last && text.charCodeAt(i + 1) !== 0x0a && i + 1 < text.length) return i
  }
  return text.length
}

function withoutTrailingReturns(cell: string): string {
  let end = cell.length
  while (end > 0 && cell.charCodeAt(end - 1) === 0x0d) end--
  return end === cell.length ? cell : cell.slice(0, end)
}

function oddBackslashes(text: string, at: number, from: number): boolean {
  let count = 0
  while (at - count - 1 >= from && text.charCodeAt(at - count - 1) === 0x5c) count++
  return count % 2 === 1
}
