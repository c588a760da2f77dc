// The rows the queries return.
import type { Row } from '../../sql/index.ts'
import { npsRows } from '../nps-sides.ts'
import { groupRows } from '../share-groups.ts'

export const rows = {
  /** All invoices that are neither drafts nor credits. */
  totals: { invoices: 'integer', confirmed: 'integer', undated: 'integer' },
  /**
   * Paid incentives by what became of the invoice: `after` (confirmed when it was paid), `before` (confirmed since), `open` (not
   * confirmed so far), `taken-back` (cancelled or credited since). `early` of them were paid before a confirmation.
   */
  paid: {
    state: 'text',
    currency: 'text?',
    incentives: 'integer',
    early: 'integer',
    valued: 'integer',
    amount: 'decimal',
  },
  groups: groupRows,
  /** Days from invoice to confirmation; `happened` is false for those not confirmed so far. */
  waiting: { days: 'integer', happened: 'flag', count: 'integer' },
  nps: npsRows,
  /** Customers whose stay is known, by whether the incentive of their latest paid invoice was paid early. */
  kept: { troubled: 'flag', customers: 'integer', kept: 'integer' },
} as const

export type Rows = typeof rows
export type PaidRow = Row<Rows['paid']>
export type KeptRow = Row<Rows['kept']>
