// Counts of incentives by what became of their invoice. `hit` is the trouble: paid before the customer confirmed.
import { date, raw, sql, type Sql } from '../../sql/index.ts'
import { sideQueries } from '../nps-sides.ts'
import { groupCounts } from '../share-groups.ts'
import { invoicesTable, paidRows, sideKeys, sidesName, type Input } from './invoices.ts'
import type { Rows } from './rows.ts'

const invoices = raw(invoicesTable)

const totals = sql`SELECT COUNT(*) AS invoices, COUNT(confirmed_on) AS confirmed,
    COUNT(CASE WHEN issued_on IS NULL THEN 1 END) AS undated FROM ${invoices}`

const state = raw(`CASE WHEN taken_back = 1 THEN 'taken-back' WHEN hit = 0 THEN 'after'
  WHEN confirmed_on IS NULL THEN 'open' ELSE 'before' END`)

const paid = ({
  dialect,
}: Input): Sql => sql`SELECT state, currency, COUNT(*) AS incentives, CAST(SUM(hit) AS BIGINT) AS early,
    COUNT(incentive_amount) AS valued, SUM(COALESCE(incentive_amount, 0)) AS amount
  FROM (SELECT ${state} AS state, currency, hit, incentive_amount FROM ${paidRows} AS paid) AS states
  GROUP BY state, currency ORDER BY state, ${dialect.textOrder(raw('currency'))} NULLS LAST`

/** An invoice that was taken back stays unconfirmed for as long as it is watched: censoring it would make confirmations look quick. */
function waiting(input: Input): Sql {
  const { dialect, asOf } = input
  const last = input.horizon('invoices')
  const end = sql`${date(last < asOf ? last : asOf)}`
  const days = dialect.daysBetween(raw('issued_on'), sql`COALESCE(confirmed_on, ${end})`)
  return sql`SELECT CASE WHEN days < 0 THEN 0 ELSE days END AS days, happened, COUNT(*) AS invoices
    FROM (SELECT ${days} AS days, confirmed_on IS NOT NULL AS happened FROM ${invoices} WHERE issued_on IS NOT NULL) AS waited
    GROUP BY CASE WHEN days < 0 THEN 0 ELSE days END, happened ORDER BY 1, 2`
}

export function queriesOf(input: Input): { readonly [K in keyof Rows]?: Sql } {
  const { dialect, present } = input
  const columns = (['owner', 'team', 'product', 'segment'] as const).filter((column) =>
    present.has('invoices', column),
  )
  const isPaid = present.has('invoices', 'incentive_paid_on')
  const groups = groupCounts(dialect, sql`${paidRows} AS paid`, columns)
  return {
    totals,
    waiting: waiting(input),
    ...(isPaid ? { paid: paid(input) } : {}),
    ...(isPaid && groups !== null ? { groups } : {}),
    ...(isPaid ? sideQueries(sidesName, sideKeys(input), input) : {}),
  }
}
