// The first or last row of many groups in one pass: day and row in one number, counted from below and from above. Where the least (or
// greatest) of both name the same row, no other row of the group is of that day; else the caller decides among those that are.
import { date, raw, sql, type Dialect, type Sql } from '../sql/index.ts'

/** More than there can be rows. */
const base = raw('10000000000')

const dayOf = (day: Sql, dialect: Dialect): Sql =>
  sql`${dialect.daysBetween(sql`${date('0001-01-01')}`, day)} * ${base}`

/** Day and `row_number` of a row in one number, for MIN or MAX. */
export const rowFromBelow = (day: Sql, number: Sql, dialect: Dialect): Sql =>
  sql`${dayOf(day, dialect)} + ${number}`

/** The same for the other end of the rows of a day. */
export const rowFromAbove = (day: Sql, number: Sql, dialect: Dialect): Sql =>
  sql`${dayOf(day, dialect)} + ${base} - ${number}`

/** The `row_number` within a number of `rowFromBelow`. */
export const rowWithin = (below: Sql): Sql => sql`${below} % ${base}`

/** That no other row of the group is of this day. */
export const isOnlyRow = (below: Sql, above: Sql): Sql =>
  sql`${rowWithin(below)} = ${base} - ${above} % ${base}`
