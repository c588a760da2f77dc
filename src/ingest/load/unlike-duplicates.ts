// Rows set aside because their id came before in the same file, though they say something else than the row that counts: a history of
// changes, or a column of names taken for ids.
import type { LoadingEngine } from '../../engine/engine.ts'
import { join, sql } from '../../sql/index.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { listOf, type List } from './list.ts'
import type { OpenSource } from './load-source.ts'
import { mostLines } from './staged.ts'

/** More rows are not compared: that is memory, and so many tell enough. */
const mostCompared = 10_000

/** Call it with the repeated rows, in rising order, before they are taken out; null when each repeats the row that counts, or that is of an earlier file. */
export async function unlikeDuplicates(
  engine: LoadingEngine,
  { input, staged }: OpenSource,
  identity: string,
  rows: readonly number[],
  signal?: AbortSignal,
): Promise<Diagnostic | null> {
  const { plans } = staged.selection
  const others = plans.map(({ column }) => column).filter((column) => column !== identity)
  if (others.length === 0) return null
  const compared = rows.slice(0, mostCompared)
  const again = await cellsOf(engine, staged.table, identity, others, compared, signal)
  const firsts = await firstRows(engine, staged.table, identity, compared, signal)
  // A first row that is itself repeated has the one that counts in an earlier file.
  for (const { row } of again) firsts.delete(row)
  const counting = await cellsOf(engine, staged.table, identity, others, [...firsts], signal)
  const cellsById = new Map(counting.map(({ id, cells }) => [id, cells]))
  const found = again.filter(({ id, cells }) => (cellsById.get(id) ?? cells) !== cells).map(({ row }) => row)
  if (found.length === 0) return null
  const lines = await staged.linesOf(found.slice(0, mostLines))
  return tell(input, identity, found.length, rows.length > compared.length, lines)
}

/** Rows in rising order, with their id and a hash of the other cells: joining whole rows would take the memory of the table. */
async function cellsOf(
  engine: LoadingEngine,
  name: string,
  identity: string,
  others: readonly string[],
  rows: readonly number[],
  signal?: AbortSignal,
): Promise<{ row: number; id: string; cells: string }[]> {
  if (rows.length === 0) return []
  const { dialect } = engine
  const list = await rowList(engine, name, rows, signal)
  const cells = join(
    others.map((column) => dialect.identifier(column)),
    ', ',
  )
  const found = await engine.all(
    sql`SELECT rowid, CAST(${dialect.identifier(identity)} AS VARCHAR), CAST(hash(${cells}) AS VARCHAR) FROM ${dialect.identifier(name)} WHERE rowid IN (SELECT m.row FROM ${list.from}) ORDER BY 1`,
    { row: 'integer', id: 'text', cells: 'text' },
    signal,
  )
  await list.drop()
  return found
}

/** The first rows with the ids of these. */
async function firstRows(
  engine: LoadingEngine,
  name: string,
  identity: string,
  rows: readonly number[],
  signal?: AbortSignal,
): Promise<Set<number>> {
  const table = engine.dialect.identifier(name)
  const id = engine.dialect.identifier(identity)
  const list = await rowList(engine, name, rows, signal)
  const ids = sql`SELECT ${id} FROM ${table} WHERE rowid IN (SELECT m.row FROM ${list.from})`
  const found = await engine.all(
    sql`SELECT MIN(rowid) FROM ${table} WHERE ${id} IN (${ids}) GROUP BY ${id} ORDER BY 1`,
    { row: 'integer' },
    signal,
  )
  await list.drop()
  return new Set(found.map(({ row }) => row))
}

const rowList = (
  engine: LoadingEngine,
  name: string,
  rows: readonly number[],
  signal?: AbortSignal,
): Promise<List> => {
  const columns = [{ name: 'row', type: 'integer' as const }]
  return listOf(
    engine,
    `${name} repeated`,
    columns,
    rows.map((row) => [row]),
    signal,
  )
}

function tell(
  { source, mapping, table }: OpenSource['input'],
  identity: string,
  rows: number,
  more: boolean,
  lines: readonly number[],
): Diagnostic {
  const header = mapping.columns.find(({ column }) => column === identity)?.header ?? identity
  const shown = `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${rows > lines.length ? ' …' : ''}`
  const what =
    rows === 1 && !more
      ? '1 row is not read because its id came before, though other cells of it differ from the row that counts'
      : `${more ? 'at least ' : ''}${rows} rows are not read because their ids came before, though other cells of them differ from the rows that count`
  const names = table === 'deals' ? 'map it as "deal_name"' : `map "${identity}" to another column or to null`
  return {
    code: 'unlike-duplicates',
    message: `${source.name}: ${what} (${shown})`,
    hint: `if "${header}" holds names or numbers that several rows share, ${names} in salescheck.json; if the file holds the history of each row, export the latest state only`,
  }
}
