// The rows the queries return.
import type { Row } from '../../sql/index.ts'
import { npsRows } from '../nps-sides.ts'
import { groupRows } from '../share-groups.ts'

export const rows = {
  /** Won deals; of those that are due (sold long enough ago): contacted in time, later, never so far. */
  totals: {
    won: 'integer',
    contacted: 'integer',
    never: 'integer',
    due: 'integer',
    inTime: 'integer',
    late: 'integer',
    contacts: 'integer',
    /** Sales of any day with a contact after them: none at all means that the exports do not fit together. */
    met: 'integer',
    undated: 'integer',
  },
  /** Amounts above zero of due deals without a contact in time, and of all due deals. */
  values: { currency: 'text?', missing: 'decimal', value: 'decimal' },
  groups: groupRows,
  /** Days from the sale to the first contact; `happened` is false for those not contacted so far. */
  waiting: { days: 'integer', happened: 'flag', count: 'integer' },
  nps: npsRows,
  /** Customers whose stay is known, by whether their latest due sale was followed by a contact in time. */
  kept: { troubled: 'flag', customers: 'integer', kept: 'integer' },
} as const

export type Rows = typeof rows
export type TotalRow = Row<Rows['totals']>
export type KeptRow = Row<Rows['kept']>
