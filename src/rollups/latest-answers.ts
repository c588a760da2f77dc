// What every customer said last about the whole journey: made once for all questions that compare two groups of customers.
import type { CalendarDate } from '../schema/index.ts'
import { date, join, raw, sql, type Dialect, type Sql } from '../sql/index.ts'
import { customerKeysOf, type CustomerKey } from './customer-keys.ts'
import { defineRollup, type Present } from './rollup.ts'

/** Columns of surveys that it reads; a detector names them as optional. */
export const npsColumns = ['survey_id', 'customer_id', 'customer', 'answered_on', 'score', 'kind'] as const

export const canAskNps = (present: Present): boolean =>
  present.has('surveys', 'score') && present.has('surveys', 'answered_on')

/** link (the key, so that one table serves both), customer, answered_on, score: one row per customer, the latest answer until `end`. */
export const latestBy = (key: CustomerKey, end: CalendarDate, dialect: Dialect): Sql =>
  sql`SELECT link, customer, answered_on, score FROM (
      SELECT '${raw(key)}' AS link, ${raw(key)} AS customer, answered_on, score, ROW_NUMBER() OVER (PARTITION BY ${raw(key)}
        ORDER BY answered_on DESC, ${dialect.textOrder(raw('survey_id'))} DESC NULLS LAST, score) AS place
      FROM surveys WHERE ${raw(key)} IS NOT NULL AND answered_on <= ${date(end)} AND score BETWEEN 0 AND 10
        AND CASE WHEN kind = 'touchpoint' THEN 0 ELSE 1 END = 1) AS ranked WHERE place = 1`

export const latestAnswersTable = raw('latest_answers')

export const latestAnswers = defineRollup({
  id: 'latest-answers',
  reads: { surveys: npsColumns },
  rows: { customers: 'integer' },
  shared({ present, dialect, asOf }) {
    const known = canAskNps(present) ? customerKeysOf(present, 'surveys') : []
    const none = sql`SELECT ${dialect.nullOf('text')} AS link, ${dialect.nullOf('text')} AS customer,
      ${dialect.nullOf('date')} AS answered_on, ${dialect.nullOf('integer')} AS score WHERE 1 = 0`
    const parts = known.map((key) => latestBy(key, asOf, dialect))
    return [{ name: 'latest_answers', sql: join(parts, ' UNION ALL ', none) }]
  },
  query: () => sql`SELECT COUNT(*) AS customers FROM ${latestAnswersTable}`,
})
