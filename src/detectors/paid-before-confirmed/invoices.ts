// Every invoice with its confirmation, its incentive and whether it was taken back: made once, read by every query.
import { date, join, raw, sql, type Sql } from '../../sql/index.ts'
import type { DetectorInput, SharedTable } from '../detector.ts'
import { judgedDays, onDays } from '../judged-days.ts'
import { distinctKeys, sideKeysOf, sidesTable, type SideKeys } from '../nps-sides.ts'
import type { Options } from './options.ts'

export type Input = DetectorInput<Options>

export const invoicesTable = 'paid_before_confirmed_invoices'
/** Incentives paid on the days that are judged. */
export const paidRows = raw(`(SELECT * FROM ${invoicesTable} WHERE judged = 1)`)

export const sidesName = 'paid_before_confirmed_sides'
export const sideKeys = ({ present }: Input): SideKeys => sideKeysOf(present, 'invoices')

/** A confirmation or a payment after the data end has not happened yet. */
const happened = (day: string, { asOf }: Input): Sql =>
  sql`CASE WHEN ${raw(day)} <= ${date(asOf)} THEN ${raw(day)} END`

export function sharedOf(input: Input): readonly SharedTable[] {
  const { dialect, asOf } = input
  const { answers, stays } = sideKeys(input)
  const keys = distinctKeys(answers, stays).map((key) => sql`${raw(key)}, `)
  const judged = onDays(raw('paid_on'), judgedDays(input))
  return [
    {
      name: invoicesTable,
      sql: sql`SELECT told.*, CASE WHEN paid_on IS NOT NULL AND ${judged} THEN 1 ELSE 0 END AS judged,
          CASE WHEN paid_on IS NOT NULL AND (confirmed_on IS NULL OR paid_on < confirmed_on) THEN 1 ELSE 0 END AS hit
        FROM (SELECT invoice_id, ${join(keys, '')} "owner", team,
            product, segment, UPPER(currency) AS currency, incentive_amount, issued_on,
            ${happened('incentive_paid_on', input)} AS paid_on, ${happened('confirmed_on', input)} AS confirmed_on,
            CASE WHEN status IN ('cancelled', 'credited') OR cancelled_on <= ${date(asOf)} OR note_of IS NOT NULL
              THEN 1 ELSE 0 END AS taken_back
          FROM invoices LEFT JOIN (SELECT DISTINCT credited_invoice_id AS note_of FROM invoices
              WHERE credited_invoice_id IS NOT NULL AND CASE WHEN issued_on > ${date(asOf)} THEN 0 ELSE 1 END = 1) AS notes
            ON note_of = invoice_id
          WHERE CASE WHEN status = 'draft' OR kind = 'credit' OR amount < 0 OR issued_on > ${date(asOf)} THEN 0 ELSE 1 END = 1
        ) AS told`,
    },
    // The invoice whose incentive was paid last says on which side the customer is.
    sidesTable(
      sidesName,
      { answers, stays },
      {
        rows: paidRows,
        when: 'paid_on',
        day: raw('COALESCE(issued_on, paid_on)'),
        order: sql`${dialect.textOrder(raw('invoice_id'))} DESC NULLS LAST, hit`,
      },
      input,
    ),
  ]
}
