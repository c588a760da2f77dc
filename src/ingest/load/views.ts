// The canonical tables as detectors see them: one view over the sources of a table, absent columns as typed NULLs, join keys folded, and
// a number that tells the rows apart.
import { rowNumber, storedType } from '../../engine/tables.ts'
import type { LoadingEngine } from '../../engine/engine.ts'
import { keyColumns, tableNames, tables, type TableName } from '../../schema/index.ts'
import { join, raw, sql, type Sql } from '../../sql/index.ts'
import type { LoadedSource } from './loaded.ts'

/** How the customers of different tables find each other. */
export type CustomerKey = 'customer_id' | 'customer'

/** By id when every table that names customers has ids, else by name. */
export function customerKeyOf(sources: readonly LoadedSource[]): CustomerKey {
  const naming = sources.filter(({ stored }) => stored.includes('customer') || stored.includes('customer_id'))
  return naming.length > 0 && naming.every(({ stored }) => stored.includes('customer_id'))
    ? 'customer_id'
    : 'customer'
}

/** Makes the view of every canonical table, in one go. */
export async function createViews(
  engine: LoadingEngine,
  sources: readonly LoadedSource[],
  signal?: AbortSignal,
): Promise<void> {
  const customerKey = customerKeyOf(sources)
  const views = tableNames.map((table) => {
    const own = sources.filter((source) => source.table === table)
    return viewOf(engine, table, own, customerKey)
  })
  await engine.run(join(views, '; '), signal)
}

function viewOf(
  engine: LoadingEngine,
  table: TableName,
  sources: readonly LoadedSource[],
  customerKey: CustomerKey,
): Sql {
  const { dialect } = engine
  const view = sql`CREATE OR REPLACE VIEW ${dialect.identifier(table)} AS`
  // Texts of two lists are compared as texts.
  const cast = sources.length > 1
  const select = (source: Pick<LoadedSource, 'stored' | 'plain' | 'lists'>, number: Sql): Sql =>
    join(
      [
        ...valuesOf(engine, table, source, cast),
        ...keysOf(engine, table, source, customerKey),
        sql`${number} AS ${dialect.identifier(rowNumber)}`,
      ],
      ', ',
    )
  const numberIn = (at: number): Sql =>
    sql`${dialect.rowId} * ${raw(String(sources.length))} + ${raw(String(at))}`
  const selects = sources.map(
    (source, at) => sql`SELECT ${select(source, numberIn(at))} FROM ${dialect.identifier(source.physical)}`,
  )
  const nothing = { stored: [], plain: new Set<string>(), lists: new Set<string>() }
  const none = sql`SELECT ${select(nothing, dialect.nullOf('integer'))} WHERE FALSE`
  return sql`${view} ${join(selects, ' UNION ALL ', none)}`
}

function valuesOf(
  { dialect }: LoadingEngine,
  table: TableName,
  { stored, lists }: Pick<LoadedSource, 'stored' | 'lists'>,
  cast: boolean,
): Sql[] {
  return Object.entries(tables[table].columns).map(([name, column]) => {
    const id = dialect.identifier(name)
    if (cast && lists.has(name) && stored.includes(name))
      return sql`CAST(${id} AS ${dialect.typeName('text')}) AS ${id}`
    return stored.includes(name) ? id : sql`${dialect.nullOf(storedType(column))} AS ${id}`
  })
}

// Made when a query asks for them: a key that nobody reads costs nothing, and folding a clean text is cheap.
function keysOf(
  { dialect }: LoadingEngine,
  table: TableName,
  { stored, plain }: Pick<LoadedSource, 'stored' | 'plain'>,
  customerKey: CustomerKey,
): Sql[] {
  return keyColumns(tables[table]).map(({ column, key }) => {
    const source = key === 'customer_key' ? customerKey : column
    const id = dialect.identifier(source)
    const folded = plain.has(source) ? dialect.foldPlain(id) : dialect.foldText(id)
    const value = stored.includes(source) ? folded : dialect.nullOf('text')
    return sql`${value} AS ${dialect.identifier(key)}`
  })
}
