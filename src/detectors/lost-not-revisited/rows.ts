// What the queries return: losses that are alike, counted, and the largest of those nobody has touched since.
import type { Row } from '../../sql/index.ts'

export const rows = {
  /** Losses of one day that were won back after the same number of days, or are still watched after that many. */
  cohort: { lostOn: 'date', days: 'integer', event: 'flag', deals: 'integer' },
  /** The same by owner or by reason as typed; `label` null: none given. */
  groups: { grouping: 'text', label: 'text?', days: 'integer', event: 'flag', deals: 'integer' },
  /** Losses old enough, not won back and without any contact since, by reason as typed and currency. */
  untouched: {
    reason: 'text',
    currency: 'text?',
    deals: 'integer',
    valued: 'integer',
    amount: 'decimal',
  },
  /** The largest of them, one by one. */
  largest: {
    dealId: 'text?',
    name: 'text?',
    owner: 'text?',
    reason: 'text',
    lostOn: 'date',
    amount: 'decimal?',
    currency: 'text?',
  },
  totals: {
    /** Lost deals on the days looked at, and how many of them the rate is taken over. */
    lost: 'integer',
    counted: 'integer',
    /** Deals that name the lost deal they reopen. */
    linked: 'integer',
    /** Customers with a lost deal and any other deal. */
    repeated: 'integer',
    undated: 'integer',
    earlier: 'integer',
    /** Untouched losses whose reason says nothing. */
    unexplained: 'integer',
  },
} as const

export type Rows = typeof rows
export type CohortRow = Row<Rows['cohort']>
export type GroupRow = Row<Rows['groups']>
export type UntouchedRow = Row<Rows['untouched']>
export type LargestRow = Row<Rows['largest']>
export type TotalRow = Row<Rows['totals']>
