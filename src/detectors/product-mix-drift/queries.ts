// Sales by product in three periods, and which of them were taken back.
import { addDays, type Period } from '../../schema/index.ts'
import { date, join, raw, sql, type Sql } from '../../sql/index.ts'
import type { DetectorInput } from '../detector.ts'
import { judgedDays, onDays } from '../judged-days.ts'
import type { options } from './options.ts'
import { periodsOf, salesSource } from './periods.ts'
import type { rows } from './rows.ts'

export type Input = DetectorInput<typeof options>

/** A credit note is no sale, nor is a renewal a decision for a product. */
const isSaleInvoice = sql`CASE WHEN status IN ('draft', 'cancelled', 'credited') OR kind IN ('credit', 'renewal') OR amount <= 0
  THEN 0 ELSE 1 END = 1`

/** sale_id, day, product_key, product: one row per sale. */
export function sales(source: 'deals' | 'invoices', input: Input): Sql {
  const { asOf, since, until } = input
  const days = judgedDays({ asOf, since, until, period: null })
  return source === 'deals'
    ? sql`SELECT deal_id AS sale_id, closed_on AS day, product_key, product FROM deals
        WHERE status = 'won' AND CASE WHEN amount < 0 THEN 0 ELSE 1 END = 1 AND ${onDays(raw('closed_on'), days)}`
    : sql`SELECT invoice_id AS sale_id, issued_on AS day, product_key, product FROM invoices
        WHERE ${isSaleInvoice} AND ${onDays(raw('issued_on'), days)}`
}

export const within = (day: Sql, period: Period | null): Sql =>
  period === null ? raw('FALSE') : sql`${day} BETWEEN ${date(period.start)} AND ${date(period.end)}`

function soldQuery(source: 'deals' | 'invoices', input: Input): Sql | undefined {
  const periods = periodsOf(input)
  if (periods === null) return undefined
  const { now, before, yearBefore } = periods
  const day = raw('day')
  const inside = [now, before, yearBefore].map((period) => within(day, period))
  const counts = inside.map((one) => sql`COUNT(CASE WHEN ${one} THEN 1 END)`)
  const { dialect } = input
  return sql`SELECT product_key, MIN(${dialect.textOrder(raw('product'))}) AS product, ${join(counts, ', ')}
    FROM (${sales(source, input)}) AS sales WHERE ${join(inside, ' OR ')}
    GROUP BY product_key ORDER BY ${dialect.textOrder(raw('product_key'))} NULLS FIRST`
}

/** Refunds take time: a year of invoices is looked at, not the judged period alone. */
const refundDays = 365

function refundsQuery(input: Input): Sql | undefined {
  const { present, dialect } = input
  const periods = periodsOf(input)
  const own = present.has('invoices', 'product')
  const viaDeal =
    present.has('invoices', 'deal_id') && present.has('deals', 'deal_id') && present.has('deals', 'product')
  const tells = ['status', 'cancelled_on', 'credited_invoice_id'].some((column) =>
    present.has('invoices', column),
  )
  if (periods === null || !present.has('invoices', 'issued_on') || !tells || (!own && !viaDeal))
    return undefined
  const { end } = periods.now
  const first = end < '0003' ? '0001-01-01' : addDays(end, -refundDays)
  const product =
    own && viaDeal
      ? raw('COALESCE(bill.product_key, sale.product_key)')
      : raw(own ? 'bill.product_key' : 'sale.product_key')
  const inPeriod = sql`issued_on BETWEEN ${date(first)} AND ${date(end)}`
  const deals = viaDeal
    ? sql`LEFT JOIN (SELECT deal_id, MIN(${dialect.textOrder(raw('product_key'))}) AS product_key FROM deals
        WHERE deal_id IN (SELECT deal_id FROM invoices WHERE ${inPeriod} AND deal_id IS NOT NULL) GROUP BY deal_id) AS sale
        ON sale.deal_id = bill.deal_id`
    : raw('')
  return sql`SELECT product_key, COUNT(*) AS invoices, CAST(SUM(taken_back) AS BIGINT) AS taken_back FROM (
      SELECT ${product} AS product_key, CASE WHEN bill.status IN ('cancelled', 'credited') OR bill.cancelled_on IS NOT NULL
          OR note_of IS NOT NULL THEN 1 ELSE 0 END AS taken_back
      FROM invoices AS bill ${deals}
      LEFT JOIN (SELECT DISTINCT credited_invoice_id AS note_of FROM invoices WHERE credited_invoice_id IS NOT NULL) AS notes
        ON note_of = bill.invoice_id
      WHERE CASE WHEN bill.status = 'draft' OR bill.kind IN ('credit', 'renewal') OR bill.amount <= 0 THEN 0 ELSE 1 END = 1
        AND ${inPeriod}) AS bills
    WHERE product_key IS NOT NULL GROUP BY product_key ORDER BY ${dialect.textOrder(raw('product_key'))}`
}

export function queries(input: Input): { readonly [K in keyof typeof rows]?: Sql } {
  const source = salesSource(input)
  const sold = source === null ? undefined : soldQuery(source, input)
  const refunds = refundsQuery(input)
  return { ...(sold === undefined ? {} : { sold }), ...(refunds === undefined ? {} : { refunds }) }
}
