// How well one dialect explains the head of a file: rows of equal width, cells that look like values, header words we know.
import type { CsvDialect } from '../source.ts'
import { cellKind } from '../records/cell-kind.ts'
import { lineOfWidth } from '../records/line-reading.ts'
import { RecordScanner, type ScannedRecord } from '../records/scanner.ts'

export interface DialectScore {
  readonly dialect: CsvDialect
  /** Commonest number of cells among the rows of more than one cell; 1 when there are none. */
  readonly width: number
  /** 0 to 1: how regular the rows and how value-like the cells are. */
  readonly score: number
  /** Known header words in the row that has most of them. */
  readonly known: number
  /** Cells per row, in order. */
  readonly widths: readonly number[]
  /** Some quotes are out of place. */
  readonly stray: boolean
}

const rowsScored = 120
const headerWithin = 40

/** The characters nearly all exports use; the others must make a nearly perfect table to be believed. */
const common = new Set([',', ';', '\t', '|'])
const rarely = 0.6
/** All rows have the same number of cells, the header among them. */
const allAlike = 1.5

function rowsOf(
  text: string,
  whole: boolean,
  dialect: CsvDialect,
  width: number | null,
  most: number,
): ScannedRecord[] {
  const scanner = new RecordScanner(dialect, width)
  scanner.push(text)
  if (whole) scanner.end()
  const rows: ScannedRecord[] = []
  for (let row = scanner.next(); row !== null && rows.length < most; row = scanner.next()) rows.push(row)
  return rows
}

export function scoreDialect(
  text: string,
  whole: boolean,
  dialect: CsvDialect,
  isKnownHeader: (text: string) => boolean,
): DialectScore {
  const rows = rowsOf(text, whole, dialect, null, rowsScored)
  const widths = rows.map((row) => row.cells.length)
  const width = commonestWidth(widths)
  let known = 0
  for (const row of rows.slice(0, headerWithin)) {
    if (row.cells.length > 4096) continue
    const words = new Set(
      headerCells(row, dialect, width).filter((cell) => cell.length <= 100 && isKnownHeader(cell)),
    )
    known = Math.max(known, words.size)
  }
  const stray = rows.filter((row) => isStray(row, dialect, width)).length / Math.max(rows.length, 1)
  const usual = common.has(dialect.delimiter[0] ?? '')
  const alike = widths.length > 1 && widths.every((cells) => cells === width)
  const unquoted = dialect.quote === null ? 0.8 : 1
  const weight = unquoted * (usual ? 1 : rarely) * (alike ? allAlike : 1) * (1 - 0.5 * stray)
  const score = isTable(widths, width, usual) ? pattern(widths) * likeness(rows, dialect) * weight : 0
  return { dialect, width, score, known, widths, stray: stray > 0 }
}

/** Some quotes of the row are out of place; blanks around a quoted cell alone leave no quote behind. */
function isStray({ cells, defect }: ScannedRecord, { quote }: CsvDialect, width: number): boolean {
  if (defect === null || defect === 'inner-quote') return false
  return (
    defect !== 'stray-quote' || cells.length !== width || cells.some((cell) => cell.includes(quote ?? '"'))
  )
}

/** A stray quote in the header hides words of it: read as one of the rows below, they show. */
function headerCells({ cells, defect, raw }: ScannedRecord, dialect: CsvDialect, width: number): string[] {
  const odd = defect === 'stray-quote' || defect === 'unclosed-quote'
  if (!odd || cells.length === width || raw.length > 10_000) return cells
  return lineOfWidth(raw, dialect, width) ?? cells
}

/** Rows of more than one cell must be the rule once they have begun: titles come first, and a comma in a sentence is an exception. */
function isTable(widths: readonly number[], width: number, usual: boolean): boolean {
  if (width < 2) return false
  const first = widths.findIndex((cells) => cells > 1)
  const rest = widths.length - first
  let wide = 0
  let alike = 0
  for (let at = first; at < widths.length; at++) {
    if ((widths[at] ?? 0) > 1) wide++
    if (widths[at] === width) alike++
  }
  if (!usual) return alike >= 0.9 * rest && (rest > 1 || widths.length === 1)
  return rest === 1 ? widths.length <= 2 : wide > 0.5 * rest
}

function commonestWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = 1
  let most = 0
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > best)) {
      best = width
      most = count
    }
  }
  return best
}

/** Rows that differ by one cell count as half alike, if they have this many. */
const nearlyFrom = 4

/** 1 when all cells stand in rows of one width, less for every mixture; two cells a row say less than ten. */
function pattern(widths: readonly number[]): number {
  const cells = new Map<number, number>()
  let all = 0
  for (const width of widths) {
    cells.set(width, (cells.get(width) ?? 0) + width)
    all += width
  }
  let sum = 0
  for (const [width, count] of cells) {
    const narrower = width > nearlyFrom ? (cells.get(width - 1) ?? 0) : 0
    sum += ((count * (count + narrower)) / all ** 2) * ((width - 1) / (width - 0.5))
  }
  return all === 0 ? 0 : sum
}

/** Mean over the cells of how much each looks like one value. */
function likeness(rows: readonly ScannedRecord[], dialect: CsvDialect): number {
  let sum = 0
  let count = 0
  for (const row of rows) {
    for (const cell of row.cells) {
      count++
      sum += cellLikeness(cell, dialect)
    }
  }
  return count === 0 ? 0 : sum / count
}

function cellLikeness(cell: string, dialect: CsvDialect): number {
  if (cell.length > 1000) return 0.5
  const kind = cellKind(cell)
  if (kind === 'number' || kind === 'date') return 1
  if (kind === 'blank') return 0.8
  // A quote or another delimiter left in a cell: something was not taken apart.
  if (dialect.quote !== '"' && cell.includes('"')) return 0.1
  if (/^["']|["']$/.test(cell)) return 0.3
  const others = cell.split(/[;|\t^~]/).length - 1
  if (others > 0) return others > 1 ? 0.05 : 0.2
  if (/[\d.],\d/.test(cell) && cell.length < 20) return 0.5
  if (/^[,:=]|[,:=]$/.test(cell)) return 0.4
  return cell.includes(',') ? 0.7 : 0.9
}
