// What every customer said last about the whole journey: made once for all questions that compare two groups of customers.
import type { CalendarDate } from '../schema/index.ts'
import { date, join, raw, sql, type Dialect, type Sql } from '../sql/index.ts'
import { customerKeysOf, type CustomerKey } from './customer-keys.ts'
import { defineTables, type Present, type QueryInput } from './rollup.ts'
import { isOnlyRow, rowFromAbove, rowFromBelow, rowWithin } from './row-of-day.ts'

/** Columns of surveys that it reads; a detector names them as optional. */
export const npsColumns = ['survey_id', 'customer_id', 'customer', 'answered_on', 'score', 'kind'] as const

export const canAskNps = (present: Present): boolean =>
  present.has('surveys', 'score') && present.has('surveys', 'answered_on')

// Only the answers of customers who gave several on their last day are ordered.
function answersUntil(end: CalendarDate, key: CustomerKey, dialect: Dialect): Sql {
  const given = sql`(SELECT ${raw(key)} AS customer, survey_id, answered_on, score, row_number AS number
    FROM surveys WHERE ${raw(key)} IS NOT NULL AND answered_on <= ${date(end)} AND score BETWEEN 0 AND 10
      AND CASE WHEN kind = 'touchpoint' THEN 0 ELSE 1 END = 1)`
  const [day, number] = [raw('answered_on'), raw('number')]
  const isOnly = isOnlyRow(raw('below'), raw('above'))
  return sql`WITH newest AS (
      SELECT customer AS answering, MAX(answered_on) AS latest_on, MAX(${rowFromBelow(day, number, dialect)}) AS below,
        MAX(${rowFromAbove(day, number, dialect)}) AS above
      FROM ${given} AS given GROUP BY customer)
    SELECT customer, answered_on, score FROM ${given} AS answer JOIN newest ON number = ${rowWithin(raw('below'))} WHERE ${isOnly}
    UNION ALL SELECT customer, answered_on, score FROM (
      SELECT customer, answered_on, score, ROW_NUMBER() OVER (PARTITION BY customer
        ORDER BY ${dialect.textOrder(raw('survey_id'))} DESC NULLS LAST, score) AS place
      FROM ${given} AS answer JOIN newest ON answering = customer AND answered_on = latest_on
      WHERE NOT ${isOnly}) AS ranked WHERE place = 1`
}

/**
 * customer (by this key), answered_on, score: one row per customer, the latest answer until `end`. Where that is the data end it is read
 * from the table that the rollup made.
 */
export const latestAnswersUntil = (
  end: CalendarDate,
  key: CustomerKey,
  { dialect, asOf }: Pick<QueryInput, 'dialect' | 'asOf'>,
): Sql =>
  end === asOf
    ? sql`SELECT customer, answered_on, score FROM latest_answers WHERE link = '${raw(key)}'`
    : answersUntil(end, key, dialect)

export const latestAnswers = defineTables({
  id: 'latest-answers',
  reads: { surveys: npsColumns },
  shared({ present, dialect, asOf }) {
    const keys = canAskNps(present) ? customerKeysOf(present, 'surveys') : []
    const parts = keys.map(
      (key) =>
        sql`SELECT '${raw(key)}' AS link, latest.* FROM (${answersUntil(asOf, key, dialect)}) AS latest`,
    )
    const none = sql`SELECT ${dialect.nullOf('text')} AS link, ${dialect.nullOf('text')} AS customer,
      ${dialect.nullOf('date')} AS answered_on, ${dialect.nullOf('integer')} AS score WHERE 1 = 0`
    return [{ name: 'latest_answers', sql: join(parts, ' UNION ALL ', none) }]
  },
})
