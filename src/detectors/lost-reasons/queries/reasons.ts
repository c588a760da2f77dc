// Rows and money per wording and currency: on the days that are ranked, and in each of the two periods compared.
import type { ReportPeriod } from '../../../report/index.ts'
import { join, raw, sql, type Sql } from '../../../sql/index.ts'
import { comparisonOf } from '../comparison.ts'
import type { Population } from '../populations.ts'
import {
  frequentOf,
  isRanked,
  lookedAt,
  orNull,
  reasonColumns,
  reasonGroups,
  reasonJoin,
  within,
  type QueryContext,
} from './population.ts'

const inside = (day: Sql, period: ReportPeriod | null): Sql =>
  period === null ? raw('FALSE') : within(day, { first: period.start, last: period.end }, false)

export function reasonsQuery(population: Population, input: QueryContext): Sql {
  const { dialect } = input
  const { before, after } =
    population.kind === 'churn-category' ? { before: null, after: null } : comparisonOf(population, input)
  const day = orNull(population.day, 'date', input)
  const amount = orNull(population.amount, 'money', input)
  const currency = orNull(population.currency, 'text', input)
  const ranked = isRanked(population, input)
  const later = inside(day, after)
  const isPositive = sql`${amount} > 0`
  // Rows of no use to either side are only there when a period was asked for.
  const used = input.period === null ? [] : [sql`(${join([ranked, inside(day, before), later], ' OR ')})`]
  return sql`WITH cells AS (
      SELECT ${raw(population.reason)} AS reason, ${currency} AS currency,
        count(CASE WHEN ${ranked} THEN 1 END) AS deals,
        count(CASE WHEN ${ranked} AND ${isPositive} THEN 1 END) AS valued,
        sum(CASE WHEN ${ranked} AND ${isPositive} THEN ${amount} ELSE 0 END) AS value,
        ${dialect.sumOfSquares(sql`CASE WHEN ${ranked} AND ${isPositive} THEN ${amount} END`)} AS squares,
        count(CASE WHEN ${ranked} AND ${amount} <= 0 THEN 1 END) AS dropped,
        count(CASE WHEN ${inside(day, before)} THEN 1 END) AS before,
        count(CASE WHEN ${later} THEN 1 END) AS after,
        sum(CASE WHEN ${isPositive} AND ${later} THEN ${amount} ELSE 0 END) AS later_value
      FROM ${raw(population.table)}
      WHERE ${join([lookedAt(population, input), ...used], ' AND ')}
      GROUP BY 1, 2
    ), frequent AS (${frequentOf(raw('cells'), raw('deals + before + after'), input)})
    SELECT ${reasonColumns(population)}, c.currency AS currency, sum(c.deals) AS deals, sum(c.valued) AS valued,
      sum(c.value) AS value,
      ${dialect.toDouble(raw('sum(CAST(c.squares AS DECIMAL(38, 0)))'))} AS squares, sum(c.dropped) AS dropped,
      sum(c.before) AS before, sum(c.after) AS after, sum(c.later_value) AS later_value
    FROM cells c ${reasonJoin} GROUP BY ${reasonGroups}, c.currency`
}
