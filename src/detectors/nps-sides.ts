// Two groups of customers beside each other: the side each is on, the NPS of their latest answers since, and how many stayed.
import { latestAnswersUntil } from '../rollups/latest-answers.ts'
import type { CustomerKey } from '../rollups/customer-keys.ts'
import type { QueryInput } from '../rollups/rollup.ts'
import { raw, sql, type Sql } from '../sql/index.ts'
import type { NpsCounts } from '../stats/index.ts'

export const npsRows = {
  troubled: 'flag',
  detractors: 'integer',
  passives: 'integer',
  promoters: 'integer',
} as const

export interface NpsRow {
  readonly troubled: boolean
  readonly detractors: number
  readonly passives: number
  readonly promoters: number
}

const counted = (from: number, to: number): Sql =>
  raw(`COUNT(CASE WHEN score BETWEEN ${from} AND ${to} THEN 1 END)`)

/**
 * One row per customer, as the queries below want them: `hit` of its latest row says on which side it is. `rows` has the column `key`,
 * the day `when`, and `hit`; of several rows of the latest day the first by `order` counts. Only those of that day are ordered.
 */
export const latestSide = (
  rows: Sql,
  {
    key,
    when,
    day,
    order,
  }: Readonly<Record<'key' | 'when', string>> & Readonly<Record<'day' | 'order', Sql>>,
): Sql => sql`(SELECT customer, troubled, "day" FROM (
    SELECT ${raw(key)} AS customer, hit AS troubled, ${day} AS "day",
      ROW_NUMBER() OVER (PARTITION BY ${raw(key)} ORDER BY ${order}) AS place
    FROM ${rows} AS told JOIN (SELECT ${raw(key)} AS latest_customer, MAX(${raw(when)}) AS latest_on FROM ${rows} AS known
      WHERE ${raw(key)} IS NOT NULL GROUP BY ${raw(key)}) AS newest ON latest_customer = ${raw(key)} AND latest_on = ${raw(when)}
  ) AS latest_row WHERE place = 1)`

/**
 * `sides`: a relation with one row per customer: `customer` (the join key), `troubled` (1 or 0) and `day`. Counted are answers about the
 * whole journey, from that day until the data end, the latest of each customer. Needs the rollup `latestAnswers`.
 */
export const npsOfSides = (
  sides: Sql,
  key: CustomerKey,
  input: Pick<QueryInput, 'dialect' | 'asOf'>,
): Sql => sql`SELECT side.troubled = 1 AS is_troubled, ${counted(0, 6)} AS detractors, ${counted(7, 8)} AS passives,
      ${counted(9, 10)} AS promoters
    FROM ${sides} AS side JOIN (${latestAnswersUntil(input.asOf, key, input)}) AS answer ON answer.customer = side.customer
    WHERE answer.answered_on >= side.day
    GROUP BY side.troubled ORDER BY side.troubled`

/** Customers of both sides whose stay is known, and how many stayed. */
export const keptOfSides = (
  sides: Sql,
  key: CustomerKey,
): Sql => sql`SELECT side.troubled = 1 AS is_troubled, COUNT(*) AS customers, COUNT(CASE WHEN stayed = 1 THEN 1 END) AS kept
  FROM ${sides} AS side JOIN (
    SELECT ${raw(key)} AS customer, MIN(CASE WHEN renewed THEN 1 WHEN renewed = FALSE OR status = 'churned' THEN 0 ELSE 1 END) AS stayed
    FROM customers WHERE renewed IS NOT NULL OR status IS NOT NULL GROUP BY ${raw(key)}) AS known ON known.customer = side.customer
  GROUP BY side.troubled ORDER BY side.troubled`

/** The answers of one of the two groups. */
export function npsCountsOf(rows: readonly NpsRow[], troubled: boolean): NpsCounts {
  const found = rows.find((row) => row.troubled === troubled)
  return {
    detractors: found?.detractors ?? 0,
    passives: found?.passives ?? 0,
    promoters: found?.promoters ?? 0,
  }
}
