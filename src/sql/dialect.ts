// What engines spell differently. Every function returns SQL; there are no "supports this" flags.
import type { Sql } from './sql.ts'

/** Types columns are stored as; choices are text. */
export type StoredType = 'text' | 'date' | 'money' | 'number' | 'integer' | 'flag'

export interface Dialect {
  readonly id: string
  /** A number that tells the rows of a stored table apart. */
  readonly rowId: Sql
  /** A quoted name: table, column or alias. */
  identifier(name: string): Sql
  /** How the nth bound value is written (n from 1), with its type where the engine needs it. */
  placeholder(index: number, type: string): string
  /** First day of the month, quarter, year or ISO week (Monday) a DATE lies in, as DATE. */
  monthOf(day: Sql): Sql
  quarterOf(day: Sql): Sql
  yearOf(day: Sql): Sql
  weekOf(day: Sql): Sql
  /** Whole days from one DATE to another: `to - from`. */
  daysBetween(from: Sql, to: Sql): Sql
  /** Exact quantile (Hyndman-Fan type 7) of a numeric expression, as a double; `share` is a constant of ours in 0..1. */
  quantile(value: Sql, share: number): Sql
  /** An expression ordered by code unit whatever the collation of the database. */
  textOrder(value: Sql): Sql
  /** A double, for ratios. */
  toDouble(value: Sql): Sql
  /** Sum of squares of a money expression, as a double that does not overflow and does not depend on row order. */
  sumOfSquares(value: Sql): Sql
  /** Folds a text for comparison: trimmed, inner white space collapsed, lower case, Unicode NFC. */
  foldText(value: Sql): Sql
  /** Whether folding a text takes more than `foldPlain`. */
  needsFolding(value: Sql): Sql
  /** The same for a text known to be ASCII without stray white space: `Ann Lee`, never ` Ann  Lee`. */
  foldPlain(value: Sql): Sql
  /** Aggregate: the days of a group of rows, for `firstAfter`; each at least once, in no order. */
  daysOf(day: Sql): Sql
  /** The first of such days after a day; NULL where there is none. */
  firstAfter(days: Sql, day: Sql): Sql
  /** A literal NULL of a type of the canonical schema. */
  nullOf(type: StoredType): Sql
  /** The name of the type a column of the canonical schema is stored as. */
  typeName(type: StoredType): Sql
}
