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
  /** The last day of something that happened in this table; asOf when nothing did. Never later than asOf. */
  horizon(table: TableName): CalendarDate
}

/** Every declared column of a table can be named in SQL; those that no source maps read as typed NULLs. */
export interface Rollup<R extends RowSpec = RowSpec> {
  readonly id: string
  readonly reads: Columns
  readonly rows: R
  query(input: QueryInput): Sql
}

export const defineRollup = <const R extends RowSpec>(rollup: Rollup<R>): Rollup<R> => rollup
export type RollupRows<T> = T extends Rollup<infer R> ? readonly Row<R>[] : never
