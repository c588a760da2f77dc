// Columns of few different texts in big files: owners, stages, currencies. A place in a list takes a byte or two
// instead of the text, so that five million deals fit into memory. Written for DuckDB, which calls such a list an ENUM.
import type { LoadingEngine } from '../../engine/engine.ts'
import { join, raw, sql, type Sql } from '../../sql/index.ts'
import { listOf } from './list.ts'

/** Below this size of a file a list saves less than its statements cost. */
export const listsFromBytes = 16 * 1024 * 1024

/** Different texts a list has at most. */
export const mostListed = 20_000

/** An ALTER or a type takes no bound values. */
const written = (text: string | null): Sql => raw(text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`)

/** A statement ends where a NUL is written. */
const isWritable = (text: string | null): boolean => text?.includes('\0') !== true

/** A list as a type. */
export interface ListType {
  readonly name: Sql
  readonly texts: readonly string[]
}

/** Makes a type of these texts, whose places are in the order of the texts. */
export async function listType(
  engine: LoadingEngine,
  table: string,
  column: string,
  texts: Iterable<string>,
  signal?: AbortSignal,
): Promise<ListType> {
  const name = engine.dialect.identifier(`${table} ${column}`)
  const all = [...new Set(texts)]
  if (all.length > 0 && all.every(isWritable)) {
    // Sorted as the engine sorts: by bytes.
    const sorted = all.map((text) => ({ text, bytes: Buffer.from(text) }))
    sorted.sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    const list = join(
      sorted.map(({ text }) => written(text)),
      ', ',
    )
    await engine.run(sql`CREATE OR REPLACE TYPE ${name} AS ENUM (${list})`, signal)
    return { name, texts: all }
  }
  const rows = all.map((text) => [text])
  const list = await listOf(engine, `${table} list`, [{ name: 'text', type: 'text' }], rows, signal)
  await engine.run(
    sql`CREATE OR REPLACE TYPE ${name} AS ENUM (SELECT DISTINCT m.text FROM ${list.from} ORDER BY 1)`,
    signal,
  )
  await list.drop()
  return { name, texts: all }
}

/** Stores a listed column as text; `missing` gives the texts its list does not have. */
export async function storeAsText(
  engine: LoadingEngine,
  table: string,
  column: string,
  missing: Sql | null,
  signal?: AbortSignal,
): Promise<void> {
  const { dialect } = engine
  const id = dialect.identifier(column)
  const text = sql`CAST(${id} AS VARCHAR)`
  const value = missing === null ? text : sql`COALESCE(${text}, ${missing})`
  await engine.run(
    sql`ALTER TABLE ${dialect.identifier(table)} ALTER ${id} SET DATA TYPE VARCHAR USING ${value}`,
    signal,
  )
}

/** What texts become; null: nothing. */
export type Mending = readonly (readonly [text: string, value: string | null])[]

/** Texts written into one statement at most. */
const mostWritten = 40

/** Whether few enough texts change, and none that a statement cannot hold, to mend them while the list is changed. */
export const isShort = (mending: Mending): boolean =>
  mending.length <= mostWritten && mending.flat().every(isWritable)

/** Gives a listed column another list, with these texts; `missing` gives those its list does not have. What is mended is mended on the way. */
export async function storeAsList(
  engine: LoadingEngine,
  table: string,
  column: string,
  texts: Iterable<string>,
  missing: Sql,
  mending: Mending,
  signal?: AbortSignal,
): Promise<void> {
  const { dialect } = engine
  const id = dialect.identifier(column)
  const { name: type } = await listType(engine, table, column, texts, signal)
  const whens = mending.map(([from, to]) => sql`WHEN ${written(from)} THEN ${written(to)}`)
  const mended = (text: Sql): Sql =>
    sql`CAST(${whens.length === 0 ? text : sql`CASE ${text} ${join(whens, ' ')} ELSE ${text} END`} AS ${type})`
  // Apart, because what waits beside the list must be cut out of a text, and hardly any row has it.
  const value = sql`CASE WHEN ${id} IS NULL THEN ${mended(missing)} ELSE ${mended(sql`CAST(${id} AS VARCHAR)`)} END`
  await engine.run(
    sql`ALTER TABLE ${dialect.identifier(table)} ALTER ${id} SET DATA TYPE ${type} USING ${value}`,
    signal,
  )
}
