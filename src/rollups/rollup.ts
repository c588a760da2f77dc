// A rollup: an aggregate that several detectors share, computed at most once per run.
import type { CalendarDate, TableName } from '../schema/index.ts'
import type { Dialect, Row, RowSpec, Sql } from '../sql/index.ts'

/** Columns by table: `{ deals: ['status', 'closed_on'] }`. Key columns (`owner_key`) come with their column and are not named. */
export type Columns = Readonly<Partial<Record<TableName, readonly string[]>>>

/** Which canonical columns hold data in this run. */
export interface Present {
  /** The table was loaded and, where a column is named, some source maps it. */
  has(table: TableName, column?: string): boolean
}

export interface QueryInput {
  readonly dialect: Dialect
  readonly present: Present
  /** Data reach until this day. */
  readonly asOf: CalendarDate
  /** The last day of something that happened in this table; asOf when nothing did. Never later than asOf, but for customers: some may be known to have left since. */
  horizon(table: TableName): CalendarDate
}

export interface RollupInput extends QueryInput {
  /** Only what happened on these days counts (--since, --until); null: no bound. */
  readonly since: CalendarDate | null
  readonly until: CalendarDate | null
  /** The options of the detector that asks. */
  readonly options: Readonly<Record<string, unknown>>
}

/** A table made once, before the queries, that several of them read by its name. */
export interface SharedTable {
  readonly name: string
  readonly sql: Sql
}

/**
 * Every declared column of a table can be named in SQL; those that no source maps read as typed NULLs. `row_number` tells the rows of a
 * table apart.
 */
export interface Rollup<R extends RowSpec = RowSpec> {
  readonly id: string
  readonly reads: Columns
  readonly rows: R
  /** Keys of options it depends on: every detector that asks declares them, and another value is another rollup. */
  readonly options?: readonly string[]
  /** Made once per run before `query` and kept until its end; a name holds the options it depends on. Evidence may read them. */
  shared?(input: RollupInput): readonly SharedTable[]
  /** Left out where its tables are all that is asked for: there are no rows then. */
  query?(input: RollupInput): Sql
}

type Asked<R extends RowSpec> = Rollup<R> & Required<Pick<Rollup<R>, 'query'>>
export const defineRollup = <const R extends RowSpec>(rollup: Asked<R>): Asked<R> => rollup

/** A rollup of tables alone. */
export const defineTables = (rollup: Omit<Rollup, 'rows' | 'query'>): Rollup => ({ ...rollup, rows: {} })
export type RollupRows<T> = T extends Rollup<infer R> ? readonly Row<R>[] : never
