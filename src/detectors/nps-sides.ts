// NPS of two groups of customers, from the latest answer of each after a day: the query, and the counts for a contrast.
import type { Present } from '../rollups/rollup.ts'
import type { CalendarDate } from '../schema/index.ts'
import { date, raw, sql, type Dialect, type Sql } from '../sql/index.ts'
import type { NpsCounts } from '../stats/index.ts'
import type { CustomerKey } from './customer-link.ts'

/** Columns of surveys that the query reads; a detector names them as optional. */
export const npsColumns = ['survey_id', 'customer_id', 'customer', 'answered_on', 'score', 'kind'] as const

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

export const canAskNps = (present: Present): boolean =>
  present.has('surveys', 'score') && present.has('surveys', 'answered_on')

const counted = (from: number, to: number): Sql =>
  raw(`COUNT(CASE WHEN score BETWEEN ${from} AND ${to} THEN 1 END)`)

/**
 * `sides`: a relation with one row per customer: `customer` (the join key), `troubled` (1 or 0) and `day`. Counted are answers about the
 * whole journey, from that day until `asOf`, the latest of each customer.
 */
export function npsOfSides(dialect: Dialect, sides: Sql, key: CustomerKey, asOf: CalendarDate): Sql {
  return sql`SELECT troubled = 1 AS is_troubled, ${counted(0, 6)} AS detractors, ${counted(7, 8)} AS passives,
      ${counted(9, 10)} AS promoters
    FROM (
      SELECT side.troubled AS troubled, answer.score AS score, ROW_NUMBER() OVER (PARTITION BY side.customer
        ORDER BY answer.answered_on DESC, ${dialect.textOrder(raw('answer.survey_id'))} DESC NULLS LAST, answer.score) AS place
      FROM ${sides} AS side JOIN surveys AS answer ON answer.${raw(key)} = side.customer
      WHERE answer.answered_on >= side.day AND answer.answered_on <= ${date(asOf)} AND answer.score BETWEEN 0 AND 10
        AND CASE WHEN answer.kind = 'touchpoint' THEN 0 ELSE 1 END = 1
    ) AS latest WHERE place = 1 GROUP BY troubled ORDER BY troubled`
}

/** The answers of one of the two groups. */
export function npsCountsOf(rows: readonly NpsRow[], troubled: boolean): NpsCounts {
  const found = rows.find((row) => row.troubled === troubled)
  return {
    detractors: found?.detractors ?? 0,
    passives: found?.passives ?? 0,
    promoters: found?.promoters ?? 0,
  }
}
