// Opens what the user gave as a table: unpacked, decoded, its dialect and layout found, its first rows read.
import { open, type FileHandle } from 'node:fs/promises'
import { SalescheckError } from '../../errors.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { ReadRecord } from '../records/read-record.ts'
import { RecordSorter } from '../records/sort-records.ts'
import { columnsOf, type TableShape } from '../records/table-shape.ts'
import { Tally } from '../records/tally.ts'
import type { CsvDialect, Source, SourceRecord } from '../source.ts'
import { findDialect } from './dialect.ts'
import { fileError } from './file-error.ts'
import { readHead, headText, type Head } from './head-reader.ts'
import { headerOf, type TableHeader } from './header.ts'
import type { InputFile } from './inputs.ts'
import { plainFile, type PlainFile, type PlainFileOptions } from './plain-file.ts'
import { isWellFormed } from './strict-head.ts'
import { tailOddities } from './tail.ts'

export interface OpenOptions extends PlainFileOptions {
  /** Is this text (one header cell) the name of a column that any table or preset knows? Beats counting where it can. */
  readonly isKnownHeader?: (text: string) => boolean
}

const sampleRows = 1000
/** Rows from which the kinds of the columns are taken. */
const rowsJudged = 300
const mostColumns = 16_384

/**
 * Temporary copies go to `tempDir`, which must exist and belongs to the caller. Throws SalescheckError: `input-missing`,
 * `input-unreadable`, `input-not-a-table`, `input-too-large`, `usage`, `output`.
 */
export async function openSource(input: InputFile, options: OpenOptions): Promise<Source> {
  const plain = await plainFile(input, options)
  try {
    const file = await open(plain.file, 'r')
    try {
      return await tableIn(file, plain, input, options)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw fileError(error, input.name)
  }
}

async function tableIn(
  file: FileHandle,
  plain: PlainFile,
  input: InputFile,
  options: OpenOptions,
): Promise<Source> {
  const isKnownHeader = options.isKnownHeader ?? (() => false)
  const start = await headText(file, plain.bomBytes)
  const found = findDialect(start.text, start.whole, isKnownHeader)
  const dialect: CsvDialect = plain.loneReturns ? { ...found.dialect, newline: 'cr' } : found.dialect
  const sepBytes = found.sepLine ? Buffer.byteLength(start.text.slice(0, start.text.indexOf('\n') + 1)) : 0
  const from = plain.bomBytes + sepBytes
  const firstLine = found.sepLine ? 2 : 1
  const width = found.width === 1 ? 1 : found.width
  const head = await readHead(file, from, firstLine, dialect, width, sampleRows + 60, input.name)
  // Before any of so many names is looked at.
  if (width > mostColumns) throw tooManyColumns(input.name, width)
  const header = headerOf(head.records, width, isKnownHeader, dialect)
  if (header.names.length > mostColumns) throw tooManyColumns(input.name, header.names.length)

  // Blank lines before the first row of data are passed over, so that its offset and its line agree.
  let end = header.data === 0 ? 0 : (head.ends[header.data - 1] ?? 0)
  while (end < head.text.length && (head.text[end] === '\n' || head.text[end] === '\r')) end++
  const dataOffset = from + Buffer.byteLength(head.text.slice(0, end))
  const dataLine = head.records[header.data]?.line ?? lineAfter(head, header.data, firstLine)
  const body = head.records.slice(header.data)
  const fitting = body
    .slice(0, rowsJudged)
    .filter((record) => record.cells.length === header.names.length)
    .map((record) => record.cells)
  const columns = columnsOf(fitting, header.names.length)
  const shape: TableShape = { names: header.names, headerRows: header.rows, ...columns }

  const records: ReadRecord[] = []
  const sorter = new RecordSorter({ dialect, shape })
  for (const record of body) sorter.push(record, records)
  if (head.whole) sorter.end(records)
  const tally = new Tally()
  for (const record of records) tally.add(record)
  const oddities = new Set(tally.codes())
  // Every parser reads these alike.
  oddities.delete('inner-quote')
  if (head.ctrlZ) oddities.add('ctrl-z')
  if (!head.whole)
    for (const oddity of await tailOddities(file, dataOffset, plain.size, dialect, shape))
      oddities.add(oddity)
  if (oddities.size === 0 && !isWellFormed(head.text.slice(end), head.whole, dialect, header.names.length)) {
    oddities.add('not-well-formed')
  }
  const sample: SourceRecord[] = []
  for (const record of records) {
    if (record.kind === 'data' && sample.length < sampleRows)
      sample.push({ line: record.line, cells: record.cells })
  }
  return {
    id: options.id,
    name: input.name,
    file: plain.file,
    rewritten: plain.rewritten,
    userFile: plain.userFile,
    sha256: plain.sha256,
    stamp: plain.stamp,
    utf8Checked: plain.utf8Checked,
    bytes: plain.bytes,
    compression: plain.compression,
    encoding: plain.encoding,
    bom: plain.bom,
    dialect,
    header: {
      line: header.first === -1 ? null : (head.records[header.first]?.line ?? null),
      dataLine,
      dataOffset,
      names: header.names,
      ...(header.extra.length === 0 ? {} : { extra: header.extra }),
      rows: header.rows,
      preamble: head.records
        .slice(0, header.first === -1 ? header.data : header.first)
        .map(({ line, cells }) => ({ line, cells })),
    },
    kinds: columns.kinds,
    filled: columns.filled,
    judgedRows: columns.rows,
    sample,
    sampleIsAll: head.whole && sample.length < sampleRows,
    oddities: [...oddities].sort(),
    diagnostics: [...plain.diagnostics, ...layoutDiagnostics(found.sepLine, header, dialect)],
  }
}

function lineAfter(head: Head, records: number, firstLine: number): number {
  const last = head.records[records - 1]
  if (last === undefined) return firstLine
  return last.line + last.raw.split(/\r\n|\n|\r/).length
}

function layoutDiagnostics(sepLine: boolean, header: TableHeader, dialect: CsvDialect): Diagnostic[] {
  const found: Diagnostic[] = []
  if (sepLine)
    found.push({ code: 'sep-line', message: 'the first line (sep=…) names the delimiter', line: 1 })
  if (dialect.newline === 'mixed')
    found.push({ code: 'mixed-line-ends', message: 'the lines end in different ways' })
  if (dialect.newline === 'cr')
    found.push({ code: 'lone-cr', message: 'the lines end in lone carriage returns' })
  return [...found, ...header.diagnostics]
}

function tooManyColumns(name: string, columns: number): SalescheckError {
  return new SalescheckError(
    'input-too-large',
    `${name} has ${columns} columns; salescheck reads up to ${mostColumns}`,
    {
      place: { file: name },
      hint: 'export the columns that matter, or turn the table around',
    },
  )
}
