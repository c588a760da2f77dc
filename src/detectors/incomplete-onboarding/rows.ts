// The rows the queries return.
import type { Row } from '../../sql/index.ts'
import { npsRows } from '../nps-sides.ts'
import { groupRows } from '../share-groups.ts'

export const rows = {
  /** Customers; of those that are due (invoiced or active): lacking a field. `waiting`: neither invoiced nor active so far. */
  totals: { customers: 'integer', incomplete: 'integer', due: 'integer', dueIncomplete: 'integer' },
  /** Due customers lacking this field. */
  fields: { field: 'text', missing: 'integer', due: 'integer' },
  /** Recurring revenue of due customers that lack a field. */
  values: { currency: 'text?', value: 'decimal' },
  groups: groupRows,
  /** Days from the sale to the first confirmed use, by whether a field is missing; `happened` is false while there was none. */
  waiting: { troubled: 'flag', days: 'integer', happened: 'flag', count: 'integer' },
  nps: npsRows,
} as const

export type Rows = typeof rows
export type TotalRow = Row<Rows['totals']>
export type FieldRow = Row<Rows['fields']>
export type WaitingRow = Row<Rows['waiting']>
