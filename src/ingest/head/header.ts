// The header of a table as found: which rows it is, the names of the columns, and how it fits the rows below.
import type { Diagnostic } from '../diagnostic.ts'
import { cellKind } from '../records/cell-kind.ts'
import { lineAsItStands } from '../records/line-reading.ts'
import type { ScannedRecord } from '../records/scanner.ts'
import type { CsvDialect } from '../source.ts'
import { findLayout } from './layout.ts'
import { joinedHeader, uniqueNames } from './names.ts'

export interface TableHeader {
  /** Index of the first header row, -1 without a header. */
  readonly first: number
  /** Index of the first row after it. */
  readonly data: number
  readonly names: readonly string[]
  /** Header rows as they are. */
  readonly rows: readonly (readonly string[])[]
  /** Header rows that do not name the columns. */
  readonly extra: readonly (readonly string[])[]
  readonly diagnostics: readonly Diagnostic[]
}

export function headerOf(
  records: readonly ScannedRecord[],
  width: number,
  isKnownHeader: (text: string) => boolean,
  dialect: CsvDialect,
): TableHeader {
  const layout = findLayout(records, width, isKnownHeader)
  const { data } = layout
  const body = commonestWidth(records.slice(data, data + 250))
  // A title right above rows without a header may be the header in another delimiter.
  const above =
    layout.header === -1 && body !== null ? otherDelimiter(records[data - 1]?.raw ?? '', dialect, body) : null
  const hidden = above?.every((cell) => cellKind(cell) === 'text') === true
  const header = hidden ? data - 1 : layout.header
  const naming = hidden ? data - 1 : layout.naming
  const found = hidden ? [] : [...layout.diagnostics]
  if (header > 0 || (header === -1 && data > 0)) {
    const rows = header === -1 ? data : header
    const line = records[header === -1 ? data : header]?.line ?? 1
    found.push({
      code: 'preamble',
      message: `${rows === 1 ? '1 row' : `${rows} rows`} before the table left out; the table begins on line ${line}`,
      line: records[0]?.line ?? 1,
    })
  }
  if (header === -1) {
    return { first: -1, data, names: uniqueNames([], body ?? width), rows: [], extra: [], diagnostics: found }
  }
  const rows = records.slice(header, data).map((record) => record.cells)
  const line = records[naming]?.line ?? 1
  let main = [...joinedHeader(rows, naming - header)]
  if (body !== null && main.length < body && main.length < body / 2) {
    const again = otherDelimiter(records[naming]?.raw ?? '', dialect, body)
    if (again !== null) {
      main = again
      found.push({
        code: 'other-delimiter',
        message: `the header is written with another delimiter than the rows (line ${line})`,
        line,
      })
    }
  }
  for (const { defect, line: at } of records.slice(header, data)) {
    if (defect !== null && defect !== 'inner-quote') {
      found.push({
        code: defect,
        message: `a quote where none belongs in the header (line ${at}): it was read as text`,
        line: at,
      })
    }
  }
  if (data - header > 1) {
    found.push({
      code: 'header-rows',
      message: `${data - header} header rows, from line ${records[header]?.line ?? 1}`,
      line: records[header]?.line ?? 1,
    })
  }
  const emptyEnd = records
    .slice(data, data + 250)
    .every(({ cells }) => cells.slice(main.length).every((cell) => cell.trim() === ''))
  const fitted = fitToBody(main, body, line, emptyEnd)
  for (const diagnostic of fitted.diagnostics) found.push(diagnostic)
  const names = uniqueNames(fitted.cells, fitted.width)
  for (const diagnostic of nameDiagnostics(fitted.cells, fitted.width, line)) found.push(diagnostic)
  const extra = rows.filter((_, index) => index !== naming - header)
  return { first: header, data, names, rows, extra, diagnostics: found }
}

/** Cells most rows have; null without rows. */
function commonestWidth(records: readonly ScannedRecord[]): number | null {
  const counts = new Map<number, number>()
  for (const { cells } of records) {
    if (cells.some((cell) => cell.trim() !== ''))
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  }
  let best: number | null = null
  for (const [width, count] of counts) {
    const most = best === null ? 0 : (counts.get(best) ?? 0)
    if (count > most || (count === most && width > (best ?? 0))) best = width
  }
  return best
}

/** A header row in another delimiter than the rows, if that gives it their width. */
function otherDelimiter(raw: string, dialect: CsvDialect, width: number): string[] | null {
  for (const delimiter of [',', ';', '\t', '|', ' ']) {
    if (delimiter === dialect.delimiter) continue
    const cells = lineAsItStands(raw, { ...dialect, delimiter })
    if (cells.length === width) return cells
  }
  return null
}

/** Brings the header to the width of the rows. */
function fitToBody(
  header: readonly string[],
  body: number | null,
  line: number,
  emptyEnd: boolean,
): { cells: readonly string[]; width: number; diagnostics: readonly Diagnostic[] } {
  let named = header.length
  while (named > 0 && header[named - 1]?.trim() === '') named--
  if (body === null || header.length === body)
    return { cells: header, width: Math.max(header.length, 1), diagnostics: [] }
  if (header.length < body) {
    const diagnostic = {
      code: 'header-narrower',
      message:
        `the header (line ${line}) has ${header.length} cells, the rows have ${body}` +
        (emptyEnd ? ', empty ones at the end' : ': check that names and values belong together'),
      line,
    }
    return { cells: header, width: body, diagnostics: [diagnostic] }
  }
  const surplus = header.length - body
  const blanks = header.flatMap((cell, index) => (cell.trim() === '' && index < named ? [index] : []))
  const diagnostic = {
    code: 'header-wider',
    message: `the header (line ${line}) has ${header.length} cells, the rows have ${body}`,
    line,
  }
  if (named <= body) return { cells: header.slice(0, body), width: body, diagnostics: [diagnostic] }
  // As many nameless cells within the header as it has too many: they are slips of the pen.
  if (blanks.length === surplus) {
    const cells = header.filter((_, index) => !blanks.includes(index))
    return {
      cells,
      width: body,
      diagnostics: [{ ...diagnostic, message: `${diagnostic.message}; its empty cells were left out` }],
    }
  }
  return { cells: header, width: named, diagnostics: [diagnostic] }
}

function nameDiagnostics(cells: readonly string[], width: number, line: number): Diagnostic[] {
  const found: Diagnostic[] = []
  const seen = new Set<string>()
  const repeated = new Set<string>()
  let blank = Math.max(0, width - cells.length)
  for (const cell of cells.slice(0, width)) {
    const name = cell.trim()
    if (name === '') blank++
    else if (seen.has(name)) repeated.add(name)
    seen.add(name)
  }
  if (blank > 0)
    found.push({
      code: 'blank-headers',
      message: `${blank === 1 ? '1 column has' : `${blank} columns have`} no name`,
      line,
    })
  if (repeated.size > 0) {
    const shown = [...repeated].slice(0, 3).map((name) => `"${name.slice(0, 40)}"`)
    const more = repeated.size > shown.length ? ' …' : ''
    found.push({
      code: 'repeated-headers',
      message: `columns with the same name: ${shown.join(', ')}${more}`,
      line,
    })
  }
  return found
}
