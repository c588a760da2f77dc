// What the queries return: counts of deals that are alike, and the oldest open deals by name.
import type { Row } from '../../sql/index.ts'

export const rows = {
  /**
   * Deals alike in state and age. `state` is won, lost or open on the last day, or `later` for a deal created after it. `age` runs to the
   * close or the last day: null where a day is missing, negative where the close lies before the creation.
   */
  cycles: { state: 'text', age: 'integer?', deals: 'integer', closedLater: 'integer' },
  /** Open deals alike in owner, currency, age and signs; `other`: owners beyond the largest ones, taken together. */
  open: {
    ownerKey: 'text?',
    owner: 'text?',
    other: 'flag',
    currency: 'text?',
    age: 'integer?',
    overdue: 'flag',
    stuck: 'flag',
    deals: 'integer',
    valued: 'integer',
    amount: 'decimal',
  },
  /** The oldest open deals, one by one. */
  oldest: {
    dealId: 'text?',
    name: 'text?',
    owner: 'text?',
    stage: 'text?',
    age: 'integer',
    expectedOn: 'date?',
    amount: 'decimal?',
    currency: 'text?',
  },
} as const

export type Rows = typeof rows
export type CycleRow = Row<Rows['cycles']>
export type OpenRow = Row<Rows['open']>
export type OldestRow = Row<Rows['oldest']>
