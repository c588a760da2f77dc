// Rows per wording and value of each segment column (segment, product, owner, team, source, competitor).
import { keyOf, tables } from '../../../schema/index.ts'
import { join, raw, sql, type Sql } from '../../../sql/index.ts'
import { mostValues } from '../limits.ts'
import type { Population } from '../populations.ts'
import {
  frequentOf,
  isRanked,
  lookedAt,
  orNull,
  reasonColumns,
  reasonGroups,
  reasonJoin,
  type QueryContext,
} from './population.ts'

/** The column rows are grouped by: its normalised key where it has one. */
export const groupedBy = (population: Population, column: string): string =>
  tables[population.table].columns[column]?.key === true ? keyOf(column) : column

interface Counted {
  readonly column: string
  readonly key: string
  /** Expressions of one grouping set beside wording and currency: the key, and the name the export writes. */
  readonly names: readonly string[]
}

const countedOf = (population: Population): Counted[] =>
  population.segments.map((column) => {
    const key = groupedBy(population, column)
    return { column, key, names: key === column ? [column] : [key, column] }
  })

/** Wordings, currencies and each column counted in one pass over the rows. `not_<key>` is 0 in the set of that column. */
function cellsOf(population: Population, counted: readonly Counted[], input: QueryContext): Sql {
  const amount = orNull(population.amount, 'money', input)
  const currency = orNull(population.currency, 'text', input)
  const names = counted.flatMap((one) => one.names)
  const shown = [
    sql`${raw(population.reason)} AS reason`,
    sql`${currency} AS currency`,
    sql`${amount} AS amount`,
    ...names.map((name) => raw(`${name} AS ${name}`)),
  ]
  const sets = counted.map((one) =>
    raw(`(l.reason, l.currency, ${one.names.map((name) => `l.${name}`).join(', ')})`),
  )
  const marks = counted.map(({ key }) => raw(`grouping(l.${key}) AS not_${key}`))
  const kept = [...names.map((name) => raw(`l.${name} AS ${name}`)), ...marks]
  return sql`cells AS (
      SELECT l.reason AS reason, l.currency AS currency, ${join(kept, ', ')}, count(*) AS deals,
        sum(CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END) AS amount
      FROM (
        SELECT ${join(shown, ', ')} FROM ${raw(population.table)}
        WHERE ${lookedAt(population, input)} AND ${isRanked(population, input)}
      ) AS l
      GROUP BY GROUPING SETS (${join(sets, ', ')})
    )`
}

/** null where the population has no such column. */
export function segmentsQuery(population: Population, input: QueryContext): Sql | null {
  const counted = countedOf(population)
  const [first] = counted
  if (first === undefined) return null
  const largest = counted.map(({ key }) => {
    const order = input.dialect.textOrder(raw(key))
    return sql`largest_${raw(key)} AS (
      SELECT ${raw(key)} AS value FROM cells WHERE not_${raw(key)} = 0 AND ${raw(key)} IS NOT NULL
      GROUP BY ${raw(key)} ORDER BY sum(deals) DESC, ${order} LIMIT ${raw(String(mostValues))})`
  })
  const selects = counted.map(({ column, key }) => {
    const isRest = raw(`(c.${key} IS NOT NULL AND v.value IS NULL)`)
    return sql`SELECT ${reasonColumns(population)}, '${raw(column)}' AS segment_column, v.value AS value,
        min(CASE WHEN v.value IS NOT NULL THEN c.${raw(column)} END) AS label, ${isRest} AS rest,
        c.currency AS currency, sum(c.deals) AS deals, sum(c.amount) AS amount
      FROM cells c ${reasonJoin} LEFT JOIN largest_${raw(key)} v ON c.${raw(key)} = v.value
      WHERE c.not_${raw(key)} = 0
      GROUP BY ${reasonGroups}, v.value, ${isRest}, c.currency`
  })
  const one = sql`(SELECT reason, deals FROM cells WHERE not_${raw(first.key)} = 0) AS cells_of_one`
  const frequent = sql`frequent AS (${frequentOf(one, raw('deals'), input)})`
  return sql`WITH ${join([cellsOf(population, counted, input), ...largest, frequent], ', ')}
    ${join(selects, ' UNION ALL ')}`
}
