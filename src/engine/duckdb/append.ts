// Text rows into a table of VARCHAR columns, a data chunk at a time: row-by-row appending is several times slower.
import type * as Duckdb from '@duckdb/node-api'
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'

type Api = typeof Duckdb
export type TextRow = readonly (string | null)[]

const chunkRows = 2048

/** Appends rows of `width` cells; a short row is filled with NULL. */
export async function appendText(
  api: Api,
  connection: DuckDBConnection,
  table: string,
  width: number,
  rows: Iterable<TextRow> | AsyncIterable<TextRow>,
): Promise<number> {
  const types = Array.from({ length: width }, () => api.VARCHAR)
  const appender = await connection.createAppender(table)
  let columns: DuckDBValue[][] = types.map(() => [])
  let held = 0
  let total = 0
  const flush = (): void => {
    if (held === 0) return
    const chunk = api.DuckDBDataChunk.create(types, held)
    chunk.setColumns(columns)
    appender.appendDataChunk(chunk)
    columns = types.map(() => [])
    held = 0
  }
  for await (const row of rows) {
    for (const [index, column] of columns.entries()) column.push(row[index] ?? null)
    held += 1
    total += 1
    if (held === chunkRows) flush()
  }
  flush()
  appender.closeSync()
  return total
}
