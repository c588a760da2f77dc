// Money booked per month and currency, for the company and for each owner, team and product.
import { join, sql, type Dialect, type Sql } from '../sql/index.ts'
import { defineRollup } from './rollup.ts'
import { roster, salesRows, salesTable } from './sales.ts'

const sold = ['owner', 'team', 'product', 'amount', 'currency', 'customer', 'customer_id']

const nothing = (
  dialect: Dialect,
): Sql => sql`SELECT 'company' AS level, ${dialect.nullOf('text')} AS entity_key,
  ${dialect.nullOf('text')} AS entity, ${dialect.nullOf('text')} AS team_key, ${dialect.nullOf('date')} AS "month",
  ${dialect.nullOf('text')} AS currency, 0 AS sales, 0 AS credits, ${dialect.nullOf('money')} AS booked WHERE 1 = 0`

/** Rows of one level from the month groups; `team` is the one team an owner sold for in that month, else NULL. */
function level(dialect: Dialect, name: 'owner' | 'team' | 'product'): Sql {
  const key = dialect.identifier(`${name}_key`)
  const team =
    name === 'owner'
      ? sql`CASE WHEN MIN(team_key) = MAX(team_key) THEN MIN(team_key) END`
      : dialect.nullOf('text')
  return sql`SELECT ${levelName[name]} AS level, ${key} AS entity_key,
      MIN(${dialect.textOrder(dialect.identifier(name))}) AS entity, ${team} AS team_key, "month", currency,
      CAST(SUM(sales) AS BIGINT) AS sales, CAST(SUM(credits) AS BIGINT) AS credits, SUM(booked) AS booked
    FROM placed WHERE ${key} IS NOT NULL GROUP BY ${key}, "month", currency`
}

const levelName = { owner: sql`'owner'`, team: sql`'team'`, product: sql`'product'` } as const

/**
 * `sales` counts the rows summed, `credits` those below zero. The company's rows hold everything, also sales without an owner. The team
 * is the sale's own, else the roster's team of its owner. Sales without an amount are not money and are left out.
 */
export const bookings = defineRollup({
  id: 'bookings',
  reads: {
    deals: [...sold, 'deal_id', 'status', 'closed_on'],
    invoices: [
      ...sold,
      'invoice_id',
      'deal_id',
      'issued_on',
      'status',
      'kind',
      'cancelled_on',
      'credited_invoice_id',
    ],
    owners: ['owner_id', 'owner', 'team'],
  },
  rows: {
    level: 'text',
    entityKey: 'text?',
    entity: 'text?',
    teamKey: 'text?',
    month: 'date',
    currency: 'text?',
    sales: 'integer',
    credits: 'integer',
    booked: 'decimal',
  },
  query({ dialect, present, asOf }) {
    const table = salesTable(present)
    if (table === null) return nothing(dialect)
    const people = ['owner', 'team', 'product'].map((name) => dialect.identifier(name))
    const key = (name: string): Sql =>
      sql`${dialect.foldText(dialect.identifier(name))} AS ${dialect.identifier(`${name}_key`)}`
    // One pass over all sales, by names as they are written; keys and levels are then made from a few thousand groups.
    return sql`WITH sold AS (${salesRows(table, asOf)}),
      grouped AS (
        SELECT ${dialect.monthOf(sql`closed_on`)} AS "month", ${join(people, ', ')}, currency, COUNT(*) AS sales,
          COUNT(CASE WHEN amount < 0 THEN 1 END) AS credits, SUM(amount) AS booked
        FROM sold WHERE amount IS NOT NULL
        GROUP BY ${dialect.monthOf(sql`closed_on`)}, ${join(people, ', ')}, currency),
      named AS (SELECT *, ${join(['owner', 'team', 'product'].map(key), ', ')} FROM grouped),
      roster AS (${roster}),
      placed AS (
        SELECT "month", owner_key, "owner", COALESCE(team_key, roster_team_key) AS team_key,
          COALESCE(team, roster_team) AS team, product_key, product, currency, sales, credits, booked
        FROM named LEFT JOIN roster ON roster_owner = owner_key)
      SELECT * FROM (
        ${level(dialect, 'owner')} UNION ALL ${level(dialect, 'team')} UNION ALL ${level(dialect, 'product')}
        UNION ALL SELECT 'company' AS level, ${dialect.nullOf('text')} AS entity_key,
          ${dialect.nullOf('text')} AS entity, ${dialect.nullOf('text')} AS team_key, "month", currency,
          CAST(SUM(sales) AS BIGINT) AS sales, CAST(SUM(credits) AS BIGINT) AS credits, SUM(booked) AS booked
        FROM placed GROUP BY "month", currency) AS levels
      ORDER BY level, ${dialect.textOrder(sql`entity_key`)} NULLS FIRST, "month", ${dialect.textOrder(sql`currency`)} NULLS FIRST`
  },
})
