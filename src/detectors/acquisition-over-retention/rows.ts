// What the queries return: customers that moved alike, revenue by kind, incentives by kind, and the largest defectors.
import type { Row } from '../../sql/index.ts'

export const rows = {
  /**
   * Customers per currency by what became of their revenue. `class`: `left` (to nothing), `less`, `more` (or the same), `new` (from
   * nothing), `none` (nothing on both sides), `unknown` (no value at the end). `squares`: of the values at the start.
   */
  movement: {
    currency: 'text?',
    class: 'text',
    customers: 'integer',
    startValue: 'decimal',
    endValue: 'decimal',
    squares: 'number?',
    negatives: 'integer',
  },
  /** Customers alike in currency and in every step of the defector pipeline; `value`: revenue at the start. */
  steps: {
    currency: 'text?',
    atRisk: 'flag',
    silent: 'flag',
    left: 'flag',
    recent: 'flag',
    interviewed: 'flag',
    tried: 'flag',
    regained: 'flag',
    recentlyRegained: 'flag',
    customers: 'integer',
    valued: 'integer',
    value: 'decimal',
  },
  /** The customers who left, the largest of each currency. */
  defectors: {
    name: 'text?',
    owner: 'text?',
    leftOn: 'date?',
    value: 'decimal?',
    currency: 'text?',
    reason: 'text?',
    score: 'integer?',
    interviewed: 'flag',
    tried: 'flag',
    regained: 'flag',
  },
  /** Invoiced revenue by quarter. Where no kind is given: `first` (the customer's first day of invoices), `later`, `unknown`. */
  revenue: { quarter: 'date', currency: 'text?', kind: 'text', invoices: 'integer', amount: 'decimal' },
  /** Invoices by kind, and those with an incentive. */
  incentives: { kind: 'text', currency: 'text?', invoices: 'integer', paid: 'integer', amount: 'decimal' },
  totals: { customers: 'integer', firstOn: 'date?' },
} as const

export type Rows = typeof rows
export type MovementRow = Row<Rows['movement']>
export type StepRow = Row<Rows['steps']>
export type DefectorRow = Row<Rows['defectors']>
export type RevenueRow = Row<Rows['revenue']>
export type IncentiveRow = Row<Rows['incentives']>
