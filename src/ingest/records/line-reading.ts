// Reads one physical line on its own, for lines whose quotes do not add up: which quotes open a cell, and which are just text?
import type { CsvDialect } from '../source.ts'

/** Readings tried for one line, fewer for long lines, before it is read without any quotes. */
const patience = 4000
const closersTried = 4

/**
 * The cells of `line` when there is a reading with exactly `width` of them, else null. Cells quoted by the rules come first, then quotes
 * inside quoted cells as text, then opening quotes as text.
 */
export function lineOfWidth(line: string, dialect: CsvDialect, width: number): string[] | null {
  const { delimiter, quote } = dialect
  if (quote === null) return null
  let steps = 0
  const cells: string[] = []

  function readFrom(at: number): boolean {
    steps += 1 + (line.length - at) / 1000
    if (steps > patience || cells.length >= width) return false
    for (const [cell, end] of cellReadings(line, at, dialect)) {
      cells.push(cell)
      if (end === line.length ? cells.length === width : readFrom(end + delimiter.length)) return true
      cells.pop()
      if (steps > patience) return false
    }
    return false
  }

  return readFrom(0) ? cells : null
}

/** The line with every quoted cell that closes within it honoured, and every other quote kept as text. */
export function lineAsItStands(line: string, dialect: CsvDialect): string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    const [cell, end] = cellReadings(line, at, dialect)[0] ?? ['', line.length]
    cells.push(cell)
    if (end >= line.length) return cells
    at = end + dialect.delimiter.length
  }
}

/** Ways to read the cell that starts at `at`: its text and where it ends (a delimiter or the end of the line). */
function cellReadings(line: string, at: number, dialect: CsvDialect): [cell: string, end: number][] {
  const { delimiter, quote } = dialect
  const readings: [string, number][] = []
  const opening = quote === null ? -1 : openingQuote(line, at, dialect)
  if (quote !== null && opening !== -1) {
    const doubled: [string, number][] = []
    for (let close = line.indexOf(quote, opening + 1); close !== -1; close = line.indexOf(quote, close + 1)) {
      const end = endAfterClose(line, close + 1, delimiter)
      if (end === -1) continue
      const reading: [string, number] = [unescape(line.slice(opening + 1, close), dialect), end]
      const pair = quotesBefore(line, close, opening + 1, quote) % 2 === 1
      if (pair) doubled.push(reading)
      else readings.push(reading)
      if (readings.length + doubled.length >= closersTried) break
    }
    for (const reading of doubled) readings.push(reading)
  }
  const end = line.indexOf(delimiter, at)
  readings.push(end === -1 ? [line.slice(at), line.length] : [line.slice(at, end), end])
  return readings
}

/** Where the quote is that opens the cell at `at` (blanks before it are passed over), or -1. */
export function openingQuote(text: string, at: number, dialect: CsvDialect): number {
  let open = at
  if (dialect.delimiter !== ' ') while (text.charCodeAt(open) === 0x20) open++
  return text[open] === dialect.quote ? open : -1
}

/** After a closing quote: the position of the delimiter or of the end, with blanks passed over; -1 if something else follows. */
function endAfterClose(line: string, at: number, delimiter: string): number {
  let end = at
  if (line.startsWith(delimiter, end)) return end
  while (line.charCodeAt(end) === 0x20) end++
  return end === line.length || line.startsWith(delimiter, end) ? end : -1
}

function quotesBefore(line: string, close: number, from: number, quote: string): number {
  let count = 0
  while (close - count - 1 >= from && line[close - count - 1] === quote) count++
  return count
}

/** The text of a quoted cell: doubled quotes, or quotes after a backslash, become one. */
export function unescape(text: string, dialect: CsvDialect): string {
  const quote = dialect.quote ?? ''
  if (dialect.escape === 'backslash' && text.includes('\\')) {
    return text
      .replaceAll('\\\\', '\u0000')
      .replaceAll('\\' + quote, quote)
      .replaceAll('\u0000', '\\')
  }
  return text.includes(quote) ? text.replaceAll(quote + quote, quote) : text
}
