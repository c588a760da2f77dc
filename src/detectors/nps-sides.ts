// Two groups of customers beside each other: the side each is on, the NPS of their latest answers since, and how many stayed.
import type { CustomerKey } from '../rollups/customer-keys.ts'
import { canAskNps, latestAnswersUntil } from '../rollups/latest-answers.ts'
import type { Present, QueryInput, SharedTable } from '../rollups/rollup.ts'
import type { TableName } from '../schema/index.ts'
import { join, raw, sql, type Sql } from '../sql/index.ts'
import type { NpsCounts } from '../stats/index.ts'
import { customerLink } from './customer-link.ts'

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

/** The keys by which answers, and the list of customers, find the customers of a table; null where they cannot. */
export interface SideKeys {
  readonly answers: CustomerKey | null
  readonly stays: CustomerKey | null
}

export const sideKeysOf = (present: Present, table: TableName): SideKeys => ({
  answers: canAskNps(present) ? customerLink(present, table, 'surveys') : null,
  stays:
    present.has('customers', 'renewed') || present.has('customers', 'status')
      ? customerLink(present, table, 'customers')
      : null,
})

/** Each key once. */
export const distinctKeys = (...keys: readonly (CustomerKey | null)[]): readonly CustomerKey[] => [
  ...new Set(keys.filter((key) => key !== null)),
]

/** How the rows of a customer tell its side: the first by `order` of those of the latest day. */
interface Telling {
  readonly rows: Sql
  readonly when: string
  readonly day: Sql
  readonly order: Sql
}

const sidesBy = (key: CustomerKey, { rows, when, day, order }: Telling): Sql =>
  // Only the rows of the latest day are ordered.
  sql`SELECT '${raw(key)}' AS link, customer, troubled, "day" FROM (
    SELECT ${raw(key)} AS customer, hit AS troubled, ${day} AS "day",
      ROW_NUMBER() OVER (PARTITION BY ${raw(key)} ORDER BY ${order}) AS place
    FROM ${rows} AS told JOIN (SELECT ${raw(key)} AS latest_customer, MAX(${raw(when)}) AS latest_on FROM ${rows} AS known
      WHERE ${raw(key)} IS NOT NULL GROUP BY ${raw(key)}) AS newest ON latest_customer = ${raw(key)} AND latest_on = ${raw(when)}
  ) AS latest_row WHERE place = 1`

/**
 * link (a key), customer (by it), troubled (1 or 0), day: one row per customer and key. The `rows` have the keys, `hit` (whether they are
 * trouble) and the day `when`.
 */
export const sidesTable = (
  name: string,
  { answers, stays }: SideKeys,
  telling: Telling,
  { dialect }: Pick<QueryInput, 'dialect'>,
): SharedTable => ({
  name,
  sql: join(
    distinctKeys(answers, stays).map((key) => sidesBy(key, telling)),
    ' UNION ALL ',
    sql`SELECT ${dialect.nullOf('text')} AS link, ${dialect.nullOf('text')} AS customer, 0 AS troubled,
      ${dialect.nullOf('date')} AS "day" WHERE 1 = 0`,
  ),
})

/** What is known of both sides, from the table of that name. Needs the rollup `latestAnswers`. */
export function sideQueries(
  name: string,
  { answers, stays }: SideKeys,
  input: Pick<QueryInput, 'dialect' | 'asOf'>,
): { readonly nps?: Sql; readonly kept?: Sql } {
  const by = (key: CustomerKey): Sql =>
    sql`(SELECT customer, troubled, "day" FROM ${raw(name)} WHERE link = '${raw(key)}')`
  return {
    ...(answers === null ? {} : { nps: npsOfSides(by(answers), answers, input) }),
    ...(stays === null ? {} : { kept: keptOfSides(by(stays), stays) }),
  }
}

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
const keptOfSides = (
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
