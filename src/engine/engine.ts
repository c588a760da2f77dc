// The contract of an engine: it holds the tables and answers SQL. The only folder that imports a database package.
import type { ColumnType, TableName } from '../schema/index.ts'
import type { Dialect, Row, RowSpec, Sql } from '../sql/index.ts'

export interface Engine {
  readonly dialect: Dialect
  /** Runs one query; columns are read by position and checked against the spec. Aborts when the signal does. */
  all<const S extends RowSpec>(query: Sql, rows: S, signal?: AbortSignal): Promise<Row<S>[]>
  /** Keeps the result of a query as a temporary table of this name until `release`. */
  materialise(name: string, query: Sql, signal?: AbortSignal): Promise<void>
  release(name: string): Promise<void>
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

/** How a delimited file is read in bulk. Made by ingest, which has looked at the file. */
export interface CsvStep {
  /** A path the engine was allowed to read when it was opened. */
  readonly file: string
  readonly delimiter: string
  readonly quote: string | null
  readonly escape: 'double' | 'backslash'
  readonly newline: 'lf' | 'crlf' | 'cr'
  /** Records to pass over: titles and header rows. */
  readonly skip: number
  /** Columns every record has. */
  readonly columns: number
  /** Size of the file. */
  readonly bytes: number
}

/** A cell to append: text, or a whole number. */
export type AppendType = 'text' | 'integer'
export type AppendRow = readonly (string | number | null)[]

/** An engine that files can be loaded into. Engines whose tables are there already need none of this. */
export interface LoadingEngine extends Engine {
  /** Runs a statement; the number of rows it changed. */
  run(statement: Sql, signal?: AbortSignal): Promise<number>
  /** The file as a table expression with text columns `c0`, `c1` …; throws nothing, the statement that reads it may fail. */
  csv(step: CsvStep): Sql
  /** Whether a file of this name can be read in bulk. */
  canRead(file: string): boolean
  /** The same tables on a line of their own, for statements at the same time; temporary tables are not shared. null: this is that line. */
  readonly beside: LoadingEngine | null
  /** The part of the memory limit that the tables take: 0 to 1, and more where they lie on the disk. */
  fullness(signal?: AbortSignal): Promise<number>
  /** Brings the tables into less memory, while the other line waits; the numbers of rows change in tables from which rows were taken out. */
  pack(signal?: AbortSignal): Promise<void>
  /** Makes a table with these columns and appends the rows in their order. */
  append(
    table: string,
    columns: readonly { name: string; type: AppendType }[],
    rows: AsyncIterable<readonly AppendRow[]> | Iterable<readonly AppendRow[]>,
    signal?: AbortSignal,
  ): Promise<number>
}
