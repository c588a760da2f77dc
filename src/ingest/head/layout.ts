// Where the table begins: titles and report parameters first, then the header in one to three rows, then data; or no header at all.
import type { Diagnostic } from '../diagnostic.ts'
import { cellKind } from '../records/cell-kind.ts'
import type { ScannedRecord } from '../records/scanner.ts'
import type { CellKind } from '../source.ts'
import { BodyKinds, filledCount, isPeriodHeader, type RowLook } from './row-look.ts'

export interface Layout {
  /** Index of the first header row, or -1 without a header. */
  readonly header: number
  /** Of the header rows, the one whose cells name the columns. */
  readonly naming: number
  /** Index of the first row after the header. */
  readonly data: number
  readonly diagnostics: readonly Diagnostic[]
}

const searchedRows = 50
/** Report parameters that are as wide as the table. */
const fullTitles = 3
const broadTitle = 3
const importId = '{"ImportId"'

/** `rows`: the first records of the file; `width`: the commonest number of cells. */
export function findLayout(
  rows: readonly ScannedRecord[],
  width: number,
  isKnownHeader: (text: string) => boolean,
): Layout {
  const kinds = new BodyKinds(rows, width, searchedRows + 4)
  const known = rows.slice(0, searchedRows).map((row) => knownWords(row.cells, isKnownHeader))
  const qualtrics = rows.slice(0, 4).findIndex((row) => row.cells.some((cell) => cell.startsWith(importId)))
  if (qualtrics > 0) return layout(0, 0, qualtrics + 1)

  let best = -1
  for (const [index, words] of known.entries()) {
    const cells = rows[index]?.cells ?? []
    const enough = words >= 2 || (words === 1 && filledCount(cells) === 1 && (width === 1 || index === 0))
    if (enough && words > (known[best] ?? 0)) best = index
  }
  const full = firstFullRow(rows, width, kinds)
  if (best === -1 || (best > full && !isDeeperHeader(rows, best, full, width, known))) best = full
  if (best === -1) return layout(-1, -1, 0)
  const look = kinds.look(rows[best]?.cells ?? [], best + 1)
  const words = known[best] ?? 0
  // A single cell of data may happen to be a header word.
  const chance = words === 1 && look.alike >= 3 && look.unlike === 0
  if ((words === 0 || chance) && isData(rows[best]?.cells ?? [], look))
    return noHeader(rows, best, width, kinds)
  return withNeighbours(rows, best, width, kinds, known)
}

function knownWords(cells: readonly string[], isKnownHeader: (text: string) => boolean): number {
  const words = new Set<string>()
  for (const cell of cells)
    if (cell.length <= 200 && cell.trim() !== '' && isKnownHeader(cell)) words.add(cell.trim())
  return words.size
}

/** Full rows above a row of known words are data that happens to be so called, unless they are few and the words are many. */
function isDeeperHeader(
  rows: readonly ScannedRecord[],
  row: number,
  full: number,
  width: number,
  known: readonly number[],
): boolean {
  const fullAbove = rows
    .slice(0, row)
    .filter(({ cells }) => filledCount(cells) >= Math.min(neededCells(width), broadTitle)).length
  return fullAbove === 0 || (fullAbove <= fullTitles && (known[row] ?? 0) >= 2 * (known[full] ?? 0) + 2)
}

function neededCells(width: number): number {
  return width === 1 ? 1 : Math.max(2, Math.ceil(width / 2))
}

/** The first row that fills at least half of the table's width: what stands above it is a title. */
function firstFullRow(rows: readonly ScannedRecord[], width: number, kinds: BodyKinds): number {
  const needed = neededCells(width)
  const limit = Math.min(rows.length, searchedRows)
  const broad: number[] = []
  for (let index = 0; index < limit; index++) {
    const cells = rows[index]?.cells ?? []
    if (filledCount(cells) >= broadTitle) broad.push(index)
    // Titles fill a cell or two. So many broader rows are a table of their own, which must not be lost.
    if (broad.length > fullTitles) return broad[0] ?? 0
    if (filledCount(cells) < needed) continue
    const below = rows[index + 1]?.cells ?? []
    if (isGroupRow(cells) && filledCount(below) > filledCount(cells) && below.every((cell) => isWords(cell)))
      continue
    // A sparse row right above data, as wide as the table, names some of its columns.
    const above = rows[index - 1]
    if (
      above !== undefined &&
      above.cells.length === cells.length &&
      isData(cells, kinds.look(cells, index + 1))
    ) {
      const look = kinds.look(above.cells, index)
      if (look.unlike > 0 && look.alike === 0 && filledCount(above.cells) > 1) return index - 1
    }
    return index
  }
  return limit === 0 ? -1 : 0
}

/** A row that looks like the rows below it, and not like a list of periods, is data. */
function isData(cells: readonly string[], look: RowLook): boolean {
  if (isPeriodHeader(cells)) return false
  if (look.alike + look.unlike > 0) return look.alike > look.unlike
  const valued = cells.filter((cell) => ['number', 'date'].includes(cellKind(cell))).length
  return valued > 0 && 2 * valued >= filledCount(cells)
}

function noHeader(rows: readonly ScannedRecord[], first: number, width: number, kinds: BodyKinds): Layout {
  // Titles are skipped only where the row after them is truly the table; a short first row may just be a short row.
  const line = rows[first]?.line ?? 1
  const titles =
    first > 0 && rows.slice(0, first).every((row) => filledCount(row.cells) <= Math.max(1, width / 4))
  const data = titles && kinds.rows > 0 ? first : 0
  const diagnostic: Diagnostic = {
    code: 'no-header',
    message: `no header row: the first row looks like data, so the columns are named column 1 to column ${width}`,
    hint: 'give it a first line of names, or say in salescheck.json which is which, as { "files": { "FILE": { "table": "deals", "columns": { "amount": "column 2" } } } }',
    line,
  }
  return layout(-1, -1, data, [diagnostic])
}

/** Adds the rows above and below that belong to the header. */
function withNeighbours(
  rows: readonly ScannedRecord[],
  naming: number,
  width: number,
  kinds: BodyKinds,
  known: readonly number[],
): Layout {
  const names = rows[naming]?.cells ?? []
  let first = naming
  const above = rows[naming - 1]?.cells
  if (above !== undefined && above.length > 1 && isGroupRow(above)) first--
  let next = naming + 1
  while (next <= naming + 2 && sameCells(rows[next]?.cells, names) && rows[next]?.blanksBefore === 0) next++
  if (next === naming + 1 && rows[next] !== undefined && rows[next]?.blanksBefore === 0) {
    const below = rows[next]?.cells ?? []
    const look = kinds.look(below, next + 1)
    const second =
      isAnswerRow(below, names, look) || (isSecondHeader(below, look, width) && kinds.rowsFrom(next + 1) >= 2)
    if (second && (known[next] ?? 0) <= (known[naming] ?? 0)) next++
  }
  return layout(first, naming, next)
}

/** Headings over groups of columns: the first cell is empty, some others are filled, with words. */
function isGroupRow(cells: readonly string[]): boolean {
  return cells[0]?.trim() === '' && filledCount(cells) >= 2 && cells.every((cell) => isWords(cell))
}

/** SurveyMonkey's second row: nothing under the ids and dates, `Response` or a choice under the questions. */
function isAnswerRow(cells: readonly string[], names: readonly string[], look: RowLook): boolean {
  if (cells[0]?.trim() !== '' || look.alike > 0 || !cells.every((cell) => isWords(cell))) return false
  const response = cells.some((cell) =>
    /^(open-ended )?response$|^other \(please specify\)$/i.test(cell.trim()),
  )
  const underBlanks = cells.some((cell, index) => cell.trim() !== '' && names[index]?.trim() === '')
  return response || (underBlanks && filledCount(cells) >= 2)
}

/** A full row of words where the rows below hold numbers and dates. */
function isSecondHeader(cells: readonly string[], look: RowLook, width: number): boolean {
  return (
    look.unlike >= 2 &&
    look.alike === 0 &&
    filledCount(cells) >= 0.8 * width &&
    cells.every((cell) => isWords(cell))
  )
}

function isWords(cell: string): boolean {
  const kind: CellKind = cellKind(cell)
  return kind === 'text' || cell.trim() === ''
}

function sameCells(cells: readonly string[] | undefined, others: readonly string[]): boolean {
  if (cells === undefined || cells.length !== others.length || filledCount(others) === 0) return false
  return cells.every((cell, index) => cell.trim() === others[index]?.trim())
}

function layout(
  header: number,
  naming: number,
  data: number,
  diagnostics: readonly Diagnostic[] = [],
): Layout {
  return { header, naming, data, diagnostics }
}
