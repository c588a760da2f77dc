// Rows into a table through DuckDB's appender, cell by cell, which is faster here than filling data chunks.
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api'
import { interrupted } from './interrupted.ts'
import type { AppendRow } from '../engine.ts'

/** Appends batches of rows of `width` cells in their order; a short row is filled with NULL. Gives the number of rows. */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  width: number,
  batches: AsyncIterable<readonly AppendRow[]> | Iterable<readonly AppendRow[]>,
  signal?: AbortSignal,
): Promise<number> {
  const appender = await connection.createAppender(table)
  let total = 0
  try {
    for await (const batch of batches) {
      if (signal?.aborted === true) throw interrupted()
      for (const row of batch) appendRow(appender, row, width)
      total += batch.length
    }
  } finally {
    appender.closeSync()
  }
  return total
}

function appendRow(appender: DuckDBAppender, row: AppendRow, width: number): void {
  for (let at = 0; at < width; at++) {
    const cell = row[at]
    if (cell === null || cell === undefined) appender.appendNull()
    else if (typeof cell === 'string') appender.appendVarchar(cell)
    else appender.appendBigInt(BigInt(cell))
  }
  appender.endRow()
}
