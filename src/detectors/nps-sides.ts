// NPS of two groups of customers, from the latest answer of each after a day: the query, and the counts for a contrast.
import { latestAnswersTable } from '../rollups/latest-answers.ts'
import { raw, sql, type Sql } from '../sql/index.ts'
import type { NpsCounts } from '../stats/index.ts'
import type { CustomerKey } from './customer-link.ts'

export { canAskNps, latestAnswers, npsColumns } from '../rollups/latest-answers.ts'

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
 * `sides`: a relation with one row per customer: `customer` (the join key), `troubled` (1 or 0) and `day`. Counted are answers about the
 * whole journey, from that day until the data end, the latest of each customer. Needs the rollup `latestAnswers`.
 */
export const npsOfSides = (
  sides: Sql,
  key: CustomerKey,
): Sql => sql`SELECT side.troubled = 1 AS is_troubled, ${counted(0, 6)} AS detractors, ${counted(7, 8)} AS passives,
      ${counted(9, 10)} AS promoters
    FROM ${sides} AS side JOIN ${latestAnswersTable} AS answer ON answer.customer = side.customer
    WHERE answer.link = '${raw(key)}' AND answer.answered_on >= side.day
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
