// Sorts the records of a table, in order: data, rows to set aside, rows that cannot be used. Some can only be told by what follows them.
import type { CsvDialect } from '../source.ts'
import { alignRow } from './align.ts'
import { cellKind } from './cell-kind.ts'
import { lineAsItStands } from './line-reading.ts'
import { noDataClass } from './no-data.ts'
import type { ReadRecord, RecordClass, RecordDefect } from './read-record.ts'
import type { ScannedRecord } from './scanner.ts'
import { misfits, unlikeBody, type TableShape } from './table-shape.ts'

export interface SortOptions {
  readonly dialect: CsvDialect
  readonly shape: TableShape
  /** The columns that are used, if known: only they must be unambiguous in a row that is too long. */
  readonly mapped?: readonly number[]
}

/** Records after one that are needed to tell what it is. */
const lookAhead = 2
/** Headings held back to see whether anything follows them; more of them are no footer. */
const heldBack = 100

export class RecordSorter {
  readonly #options: SortOptions
  readonly #waiting: ScannedRecord[] = []
  /** Rows with one filled cell: group headings, or a footer if no data follows. */
  #held: ReadRecord[] = []
  #secondTable = false
  #afterBlank = false

  constructor(options: SortOptions) {
    this.#options = options
  }

  push(record: ScannedRecord, out: ReadRecord[]): void {
    this.#waiting.push(record)
    if (this.#waiting.length > lookAhead) this.#sortFirst(out)
  }

  end(out: ReadRecord[]): void {
    while (this.#waiting.length > 0) this.#sortFirst(out)
    for (const record of this.#held) {
      out.push(
        record.kind === 'set-aside' && record.class === 'group-heading'
          ? { ...record, class: 'footer' }
          : record,
      )
    }
    this.#held = []
  }

  #sortFirst(out: ReadRecord[]): void {
    const scanned = this.#waiting.shift()
    if (scanned === undefined) return
    const record = this.#sort(scanned)
    this.#afterBlank = record.kind === 'set-aside' && record.class === 'blank-cells'
    const heldClass =
      record.kind === 'set-aside' && ['group-heading', 'blank-cells', 'footer'].includes(record.class)
    if (heldClass && this.#held.length < heldBack) {
      this.#held.push(record)
      return
    }
    for (const earlier of this.#held) out.push(earlier)
    this.#held = []
    out.push(record)
  }

  #sort(scanned: ScannedRecord): ReadRecord {
    const { shape } = this.#options
    const { cells } = scanned
    if (scanned.defect === 'too-long') {
      return reject(scanned, 'record-too-long', 'longer than 16 MiB: an unclosed quote, or no table')
    }
    const noData = noDataClass(cells, shape)
    if (noData === 'repeated-header') this.#secondTable = false
    else if (!this.#secondTable && this.#beginsSecondTable(scanned)) this.#secondTable = true
    if (this.#secondTable && noData !== 'blank-cells') return setAside(scanned, 'second-table')
    if (noData !== null) {
      const other = cells.length === 1 && noData !== 'blank-cells' ? this.#otherDelimiter(scanned) : null
      return other ?? setAside(scanned, noData)
    }
    return this.#place(scanned)
  }

  #place(scanned: ScannedRecord): ReadRecord {
    const { shape, dialect, mapped } = this.#options
    const { cells } = scanned
    if (cells.length === shape.names.length) return data(scanned, cells)
    if (cells.length < shape.names.length) {
      const other = this.#otherDelimiter(scanned)
      if (other !== null) return other
    }
    const aligned = alignRow(cells, shape, dialect.delimiter, mapped)
    if (aligned.kind === 'reject') return reject(scanned, aligned.code, aligned.reason)
    return data(scanned, aligned.cells, aligned.defect)
  }

  /** A row written with another delimiter than the rest, where its values fit the columns. */
  #otherDelimiter(scanned: ScannedRecord): ReadRecord | null {
    const { shape, dialect } = this.#options
    const width = shape.names.length
    if (width < 3 || !shape.kinds.some((kind) => kind === 'number' || kind === 'date')) return null
    for (const delimiter of [',', ';', '\t', '|', ' ']) {
      if (delimiter === dialect.delimiter || !scanned.raw.includes(delimiter)) continue
      const cells = lineAsItStands(scanned.raw, { ...dialect, delimiter })
      if (cells.length === width && misfits(cells, shape) === 0)
        return data(scanned, cells, 'other-delimiter')
      if (cells.length >= width && leadingMatches(cells, shape) >= 2) {
        const shown = delimiter === ' ' ? 'spaces' : delimiter === '\t' ? 'tabs' : `"${delimiter}"`
        return reject(scanned, 'other-delimiter', `separated by ${shown}, unlike the rest of the file`, [
          'other-delimiter',
        ])
      }
    }
    return null
  }

  /** A row of words over numbers and dates, after a gap or of another width, which the next rows share. */
  #beginsSecondTable(scanned: ScannedRecord): boolean {
    const { shape } = this.#options
    const { cells } = scanned
    const width = shape.names.length
    const gap = scanned.blanksBefore > 0 || this.#afterBlank
    if (cells.length < 2 || (cells.length === width && !gap)) return false
    if (!this.#waiting.every((next) => next.cells.length === cells.length)) return false
    const words = new Set<string>()
    for (const cell of cells) {
      const text = cell.trim()
      if (text === '' || text.length > 100 || cellKind(text) !== 'text' || words.has(text)) return false
      words.add(text)
    }
    const unlike = unlikeBody(cells, shape)
    const [next] = this.#waiting
    if (next === undefined) return false
    const differs = next.cells.some((cell) => ['number', 'date'].includes(cellKind(cell)))
    if (cells.length !== width) return gap || (differs && unlike >= 2)
    return gap && unlike >= 2
  }
}

/** Numbers and dates from the first column on that stand where numbers and dates belong. */
function leadingMatches(cells: readonly string[], shape: TableShape): number {
  let matches = 0
  for (const [column, kind] of shape.kinds.entries()) {
    const own = cellKind(cells[column] ?? '')
    if (own === 'blank') continue
    if ((kind === 'number' || kind === 'date') && own !== kind) break
    if (own === kind && kind !== 'text') matches++
  }
  return matches
}

function defectsOf(scanned: ScannedRecord, more?: RecordDefect): RecordDefect[] {
  const defects: RecordDefect[] = []
  if (scanned.defect !== null && scanned.defect !== 'too-long') defects.push(scanned.defect)
  if (more !== undefined) defects.push(more)
  return defects
}

const none: readonly RecordDefect[] = []

function data(scanned: ScannedRecord, cells: readonly string[], defect?: RecordDefect): ReadRecord {
  const { line, raw, cells: given } = scanned
  const defects = scanned.defect === null && defect === undefined ? none : defectsOf(scanned, defect)
  return { kind: 'data', line, cells, given, raw, defects }
}

function setAside(scanned: ScannedRecord, name: RecordClass): ReadRecord {
  const { line, raw, cells: given } = scanned
  return { kind: 'set-aside', line, given, raw, class: name, defects: defectsOf(scanned) }
}

function reject(
  scanned: ScannedRecord,
  code: string,
  reason: string,
  more: readonly RecordDefect[] = none,
): ReadRecord {
  const { line, raw, cells: given } = scanned
  return { kind: 'reject', line, given, raw, code, reason, defects: [...defectsOf(scanned), ...more] }
}
