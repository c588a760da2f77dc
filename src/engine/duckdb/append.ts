// Rows into a table, a data chunk at a time: row-by-row appending is several times slower.
import type * as Duckdb from '@duckdb/node-api'
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { interrupted } from './interrupted.ts'
import type { AppendRow, AppendType } from '../engine.ts'

type Api = typeof Duckdb

const chunkRows = 2048

/** Appends batches of rows in their order; a short row is filled with NULL. Gives the number of rows. */
export async function appendRows(
  api: Api,
  connection: DuckDBConnection,
  table: string,
  columns: readonly AppendType[],
  batches: AsyncIterable<readonly AppendRow[]> | Iterable<readonly AppendRow[]>,
  signal?: AbortSignal,
): Promise<number> {
  const types = columns.map((type) => (type === 'text' ? api.VARCHAR : api.BIGINT))
  const appender = await connection.createAppender(table)
  const chunk = new Chunk(api, columns, types)
  let total = 0
  for await (const batch of batches) {
    if (signal?.aborted === true) throw interrupted()
    for (const row of batch) {
      chunk.add(row)
      if (chunk.rows === chunkRows) appender.appendDataChunk(chunk.take())
    }
    total += batch.length
  }
  if (chunk.rows > 0) appender.appendDataChunk(chunk.take())
  appender.closeSync()
  return total
}

class Chunk {
  rows = 0
  readonly #api: Api
  readonly #columns: readonly AppendType[]
  readonly #types: readonly Duckdb.DuckDBType[]
  #values: DuckDBValue[][]

  constructor(api: Api, columns: readonly AppendType[], types: readonly Duckdb.DuckDBType[]) {
    this.#api = api
    this.#columns = columns
    this.#types = types
    this.#values = types.map(() => [])
  }

  add(row: AppendRow): void {
    for (const [index, values] of this.#values.entries()) {
      const cell = row[index] ?? null
      values.push(cell === null || this.#columns[index] === 'text' ? cell : BigInt(cell))
    }
    this.rows += 1
  }

  take(): Duckdb.DuckDBDataChunk {
    const chunk = this.#api.DuckDBDataChunk.create(this.#types, this.rows)
    chunk.setColumns(this.#values)
    this.#values = this.#types.map(() => [])
    this.rows = 0
    return chunk
  }
}
