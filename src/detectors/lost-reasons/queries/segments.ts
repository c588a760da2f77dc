// Rows per wording and value of each segment column (segment, product, owner, team, source, competitor).
import { keyOf, tables } from '../../../schema/index.ts'
import { join, raw, sql, type Sql } from '../../../sql/index.ts'
import { mostValues } from '../limits.ts'
import type { Population } from '../populations.ts'
import {
  losses,
  money,
  rankedOnly,
  reasonColumns,
  reasonGroups,
  reasonJoin,
  type QueryContext,
} from './population.ts'

/** The column rows are grouped by: its normalised key where it has one. */
export const groupedBy = (population: Population, column: string): string =>
  tables[population.table].columns[column]?.key === true ? keyOf(column) : column

/** null where the population has no such column. */
export function segmentsQuery(population: Population, input: QueryContext): Sql | null {
  const { segments } = population
  if (segments.length === 0) return null
  const where = rankedOnly(population, input)
  const columns = segments.flatMap((column) => [
    raw(`${column} AS label_${column}`),
    raw(`${groupedBy(population, column)} AS value_${column}`),
  ])
  const largest = segments.map((column) => {
    const order = input.dialect.textOrder(raw(`l.value_${column}`))
    return sql`largest_${raw(column)} AS (
      SELECT l.value_${raw(column)} AS value FROM losses l ${where}
      GROUP BY l.value_${raw(column)} HAVING l.value_${raw(column)} IS NOT NULL
      ORDER BY count(*) DESC, ${order} LIMIT ${raw(String(mostValues))})`
  })
  const selects = segments.map((column) => {
    const value = raw(`l.value_${column}`)
    const isRest = sql`(${value} IS NOT NULL AND v.value IS NULL)`
    return sql`SELECT ${reasonColumns(population)}, '${raw(column)}' AS segment_column, v.value AS value,
        min(CASE WHEN v.value IS NOT NULL THEN l.label_${raw(column)} END) AS label, ${isRest} AS rest,
        l.currency AS currency, count(*) AS deals,
        sum(CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END) AS amount
      FROM losses l ${reasonJoin} LEFT JOIN largest_${raw(column)} v ON ${value} = v.value ${where}
      GROUP BY ${reasonGroups}, v.value, ${isRest}, l.currency`
  })
  const shown = [...money(population, input), ...columns]
  return sql`WITH ${join([losses(population, shown, input), ...largest], ', ')}
    ${join(selects, ' UNION ALL ')}`
}
