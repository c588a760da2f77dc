// What the queries return: a few thousand counts, from which everything else is computed.
import type { Row } from '../../sql/index.ts'

export const rows = {
  /**
   * Leads alike in age and lag. `start` is the creation day while the age of a lead still matters, else its month; `lag` is days to
   * the conversion, null while there is none, -1 where it lies before the creation.
   */
  groups: { start: 'date', lag: 'integer?', leads: 'integer' },
  /** Leads by source; `start` as above, also cut at week starts where weeks are shown; null: cannot enter the funnel. */
  cohorts: {
    start: 'date?',
    source: 'text?',
    /** Sources beyond the largest ones, taken together. */
    other: 'flag',
    leads: 'integer',
    /** Converted within the horizon, as far as dates tell. */
    conversions: 'integer',
    /** Converted before they were created: impossible, left out. */
    early: 'integer',
    /** Converted after the data end: not converted yet. */
    late: 'integer',
    /** Converted, but nobody knows when. */
    dateless: 'integer',
    /** Without a creation day; created after the data end. */
    undated: 'integer',
    future: 'integer',
  },
  /** Won deals by the month they were closed in; `valued` of them carry an amount. */
  won: { month: 'date', currency: 'text?', deals: 'integer', valued: 'integer', amount: 'decimal' },
} as const

export type GroupRow = Row<typeof rows.groups>
export type CohortRow = Row<typeof rows.cohorts>
export type WonRow = Row<typeof rows.won>
