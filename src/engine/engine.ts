// The contract of an engine: it holds the tables and answers SQL. The only folder that imports a database package.
import type { ColumnType, TableName } from '../schema/index.ts'
import type { Dialect, Row, RowSpec, Sql } from '../sql/index.ts'

export interface Engine {
  readonly dialect: Dialect
  /** Runs one query; columns are read by position and checked against the spec. Aborts when the signal does. */
  all<const S extends RowSpec>(query: Sql, rows: S, signal?: AbortSignal): Promise<Row<S>[]>
  /** Lets the engine bind a query without running it; throws EngineError when it cannot. */
  describe(query: Sql): Promise<{ name: string; type: string }[]>
  /** Makes an empty canonical table with these columns (the others read as NULL): tests, and tables no source fills. */
  create(
    table: TableName,
    columns: readonly { name: string; type: ColumnType }[],
    options?: {
      /** The table shows nothing but these columns and their keys: holds a detector to what it declares. */
      readonly only?: boolean
    },
  ): Promise<void>
  /** Inserts rows given as text cells already in plain form (ISO dates, plain decimals, true/false); null is missing. */
  insert(
    table: TableName,
    columns: readonly string[],
    rows: Iterable<readonly (string | null)[]>,
  ): Promise<void>
  close(): Promise<void>
}
