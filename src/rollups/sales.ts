// What counts as a sale: won deals, or invoices where no deals are given. The same rows for money booked and for attribution.
import type { CalendarDate } from '../schema/index.ts'
import { date, join, raw, sql, type Sql } from '../sql/index.ts'
import type { Present } from './rollup.ts'

/** Deals win where they say what was won, when and for how much; `null` when neither table can. */
export function salesTable(present: Present): 'deals' | 'invoices' | null {
  const has = (table: 'deals' | 'invoices', columns: readonly string[]): boolean =>
    columns.every((column) => present.has(table, column))
  if (has('deals', ['status', 'closed_on', 'amount'])) return 'deals'
  return has('invoices', ['issued_on', 'amount']) ? 'invoices' : null
}

const columns = (names: readonly string[]): Sql => raw(names.map((name) => `"${name}"`).join(', '))
const who = [
  'customer_id_key',
  'customer_key',
  'owner_key',
  'owner',
  'team_key',
  'team',
  'product_key',
  'product',
]

// A credit note that is a row of its own already takes its invoice back; without one the invoice itself must go. CASE, because a
// condition on a missing status would be neither true nor false.
const standing = sql`CASE WHEN status IN ('draft', 'cancelled') THEN 0
    WHEN kind = 'credit' OR amount < 0 OR note_of IS NOT NULL THEN 1
    WHEN status = 'credited' OR (status IS NULL AND cancelled_on IS NOT NULL) THEN 0 ELSE 1 END = 1`

/**
 * One row per sale until `asOf`: sale_id, closed_on, amount (null where none is given; below zero for a credit note), currency,
 * customer, owner, team and product with their keys; for invoices also their kind. A sale without a day is no sale of any period and is left out.
 */
export function salesRows(table: 'deals' | 'invoices', asOf: CalendarDate): Sql {
  if (table === 'deals')
    return sql`SELECT deal_id AS sale_id, closed_on, amount, currency, ${columns(who)} FROM deals
      WHERE status = 'won' AND closed_on <= ${date(asOf)}`
  const named = join([sql`COALESCE(deal_id, invoice_id) AS sale_id`, sql`issued_on AS closed_on`], ', ')
  return sql`SELECT ${named}, CASE WHEN kind = 'credit' AND amount > 0 THEN -amount ELSE amount END AS amount,
      currency, kind, ${columns(who)}
    FROM invoices LEFT JOIN (SELECT DISTINCT credited_invoice_id AS note_of FROM invoices
      WHERE credited_invoice_id IS NOT NULL) AS notes ON notes.note_of = invoices.invoice_id
    WHERE issued_on <= ${date(asOf)} AND ${standing}`
}

/** One team per owner of the roster, for exports whose sales name the owner only. */
export const roster = sql`SELECT owner_key AS roster_owner, team_key AS roster_team_key, team AS roster_team
  FROM (SELECT owner_key, team_key, team,
      ROW_NUMBER() OVER (PARTITION BY owner_key ORDER BY team_key, team, owner_id, owner) AS place
    FROM owners WHERE owner_key IS NOT NULL AND team_key IS NOT NULL) AS listed
  WHERE place = 1`
