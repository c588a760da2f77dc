// The fast road: DuckDB parses the file in one scan, while a byte pass beside it counts the records and hashes the file.
import { EngineError } from '../../errors.ts'
import type { LoadingEngine } from '../../engine/engine.ts'
import { join, raw, sql, type RowSpec, type Sql } from '../../sql/index.ts'
import type { BytePass } from '../records/byte-pass.ts'
import type { Source } from '../source.ts'
import { listOf } from './list.ts'
import { selectStaged, type Selection } from './select.ts'
import type { Staged } from './staged.ts'

/** Why the bulk parse was given up: the records are read one by one then. */
export interface Refused {
  readonly refused: string
  readonly bytePass: Promise<BytePass>
}

/** Whether the layout, as far as it was seen, allows a bulk parse. */
export const isClean = (engine: LoadingEngine, source: Source): boolean =>
  source.oddities.length === 0 && source.dialect.newline !== 'mixed' && engine.canRead(source.file)

export async function bulkRoad(
  engine: LoadingEngine,
  source: Source,
  table: string,
  selection: Selection,
  pass: Promise<BytePass>,
  signal?: AbortSignal,
): Promise<Staged | Refused> {
  const id = engine.dialect.identifier(table)
  let file: Sql
  let rows: number
  try {
    file = await scanOf(engine, source, signal)
    const select = selectStaged(file, selection, engine.dialect)
    // The statement answers with the number of rows it wrote.
    const create = sql`CREATE OR REPLACE TABLE ${id} AS ${select}`
    rows = (await engine.all(create, { rows: 'integer' }, signal))[0]?.rows ?? 0
  } catch (error) {
    if (error instanceof EngineError && isAboutTheFile(error))
      return { refused: error.message, bytePass: pass }
    throw error
  }
  const bytes = await pass
  if (bytes.unclosed) return { refused: 'a quoted cell never ends', bytePass: pass }
  if (bytes.records !== rows)
    return { refused: `the bulk parse found ${rows} records, the byte pass ${bytes.records}`, bytePass: pass }
  return {
    table,
    selection,
    road: 'bulk',
    rows,
    rejects: [],
    setAside: [],
    diagnostics: [],
    sha256: source.sha256 ?? bytes.sha256,
    linesOf: async (wanted) => wanted.map((row) => bytes.lineOf(row)),
    rawOf: (wanted) => rawRecords(engine, source, file, wanted, signal),
  }
}

/** What DuckDB says when a file is not as the head of it promised; anything else is our mistake. */
const isAboutTheFile = (error: EngineError): boolean =>
  /CSV Error|CSV Parser|Invalid unicode|not utf-8|line size|Conversion Error/i.test(error.message)

const scan = (engine: LoadingEngine, source: Source, skip: number): Sql => {
  const { delimiter, quote, escape, newline } = source.dialect
  return engine.csv({
    file: source.file,
    delimiter,
    quote,
    escape,
    newline: newline === 'mixed' ? 'lf' : newline,
    skip,
    columns: source.header.names.length,
    bytes: source.bytes,
  })
}

/**
 * The file from its first data record on. What stands before it is passed over by count; where titles, blank lines or line breaks in
 * headers make the count doubtful, the first record tells which one is right.
 */
async function scanOf(engine: LoadingEngine, source: Source, signal?: AbortSignal): Promise<Sql> {
  const { dataLine, preamble, rows } = source.header
  const byRecords = preamble.length + rows.length
  const byLines = dataLine - 1
  const first = source.sample[0]
  if (byRecords === byLines || first === undefined) return scan(engine, source, byLines)
  const spec: RowSpec = Object.fromEntries(source.header.names.map((_, at) => [`c${at}`, 'text?' as const]))
  for (const skip of new Set([byRecords, byLines, byRecords + 1])) {
    const file = scan(engine, source, skip)
    const [found] = await engine.all(sql`SELECT * FROM ${file} LIMIT 1`, spec, signal)
    const cells = Object.values(found ?? {})
    if (first.cells.every((cell, at) => cell === (cells[at] ?? ''))) return file
  }
  throw new EngineError('CSV Error: the first data record was not found', '')
}

/** A second scan, only for rejected rows that are to be written out. */
async function rawRecords(
  engine: LoadingEngine,
  source: Source,
  file: Sql,
  rows: readonly number[],
  signal?: AbortSignal,
): Promise<string[]> {
  if (rows.length === 0) return []
  const names = source.header.names.map((_, index) => raw(`COALESCE(c${index}, '')`))
  const wanted = rows.map((row) => [row])
  const list = await listOf(engine, `wanted_${source.id}`, [{ name: 'row', type: 'integer' }], wanted, signal)
  const found = await engine.all(
    sql`SELECT m.row, cells FROM (SELECT row_number() OVER () - 1 AS place, ${join(names, ' || chr(31) || ')} AS cells FROM ${file}) JOIN ${list.from} ON m.row = place`,
    { row: 'integer', cells: 'text' },
    signal,
  )
  await list.drop()
  const byRow = new Map(found.map(({ row, cells }) => [row, cells.split('\u001f')]))
  return rows.map((row) => recordText(byRow.get(row) ?? [], source.dialect.delimiter))
}

const recordText = (cells: readonly string[], delimiter: string): string =>
  cells
    .map((cell) =>
      cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(delimiter)
