// DuckDB's spelling. Built-in functions only: nothing that needs an extension.
import type { Dialect } from './dialect.ts'
import { raw, sql, type Sql } from './sql.ts'

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

const columnTypes = {
  text: 'VARCHAR',
  date: 'DATE',
  money: 'DECIMAL(18,4)',
  number: 'DECIMAL(18,4)',
  integer: 'BIGINT',
  flag: 'BOOLEAN',
} as const

// date_trunc of a DATE gives a TIMESTAMP: cast back, or month starts would print with a time.
const truncate = (unit: string, day: Sql): Sql => sql`CAST(date_trunc('${raw(unit)}', ${day}) AS DATE)`

/** A column stored as places in a list is folded as the text it stands for. */
const asText = (value: Sql): Sql => sql`CAST(${value} AS VARCHAR)`

/** White space at an end, doubled or other than a space inside, or anything that is not ASCII. */
const needsFolding = (value: Sql): Sql =>
  sql`${value} < '!' OR ends_with(${value}, ' ') OR contains(${value}, '  ') OR strlen(${value}) <> length(${value}) OR contains(${value}, chr(9)) OR contains(${value}, chr(10)) OR contains(${value}, chr(13))`

/** From so many days on those that repeat are thrown out: a customer of a hundred thousand rows has as many days as the data, not more. */
const longList = 64

export const duckdb: Dialect = {
  id: 'duckdb',
  rowId: raw('rowid'),
  identifier: (name) => raw(quote(name)),
  placeholder: (index) => `$${index}`,
  monthOf: (day) => truncate('month', day),
  quarterOf: (day) => truncate('quarter', day),
  yearOf: (day) => truncate('year', day),
  weekOf: (day) => truncate('week', day),
  daysBetween: (from, to) => sql`date_diff('day', ${from}, ${to})`,
  quantile: (value, share) => sql`quantile_cont(CAST(${value} AS DOUBLE), ${raw(String(share))})`,
  textOrder: (value) => value,
  toDouble: (value) => sql`CAST(${value} AS DOUBLE)`,
  // DECIMAL(18,4) squared needs 38 digits: whole units are enough for an effective sample size and cannot overflow a HUGEINT sum.
  sumOfSquares: (value) =>
    sql`CAST(sum(CAST(round(${value}) AS HUGEINT) * CAST(round(${value}) AS HUGEINT)) AS DOUBLE)`,
  // Nearly every text needs nothing but lower case, which costs a tenth of the rest: cheap tests find the others.
  foldText: (value) => {
    const text = asText(value)
    return sql`CASE WHEN ${needsFolding(text)} THEN lower(nfc_normalize(trim(regexp_replace(${text}, '[\\s\\p{Z}\\x{FEFF}]+', ' ', 'g')))) ELSE lower(${text}) END`
  },
  needsFolding: (value) => needsFolding(asText(value)),
  foldPlain: (value) => sql`lower(${asText(value)})`,
  daysOf: (day) =>
    sql`CASE WHEN COUNT(${day}) > ${raw(String(longList))} THEN list_distinct(list(${day})) ELSE list(${day}) END`,
  firstAfter: (days, day) => sql`list_min(list_filter(${days}, lambda listed_day: listed_day > ${day}))`,
  nullOf: (type) => raw(`CAST(NULL AS ${columnTypes[type]})`),
  typeName: (type) => raw(columnTypes[type]),
}
