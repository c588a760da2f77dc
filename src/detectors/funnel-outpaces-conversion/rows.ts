// What the queries return: a few thousand counts, from which everything else is computed.
import type { Row } from '../../sql/index.ts'

export const rows = {
  /**
   * Leads alike in age and lag. `start` is the creation day while the age of a lead still matters, else the first day of its month
   * (or of its week, where weeks are shown); null where there is none that counts. `lag` is days to the conversion, null while there is
   * none, -1 where it lies before the creation.
   */
  groups: {
    start: 'date?',
    lag: 'integer?',
    leads: 'integer',
    /** Of these: converted after the data end, which is not converted yet. */
    late: 'integer',
    /** Of these: converted, but nobody knows when. */
    dateless: 'integer',
    /** Of these: created after the data end. */
    future: 'integer',
  },
  /** Leads by source and start; `conversions` within the horizon. */
  sources: {
    start: 'date',
    source: 'text?',
    /** Sources beyond the largest ones, taken together. */
    other: 'flag',
    leads: 'integer',
    conversions: 'integer',
  },
  /** Won deals by the month (or week, as above) they were closed in; `valued` of them carry an amount. */
  won: { start: 'date', currency: 'text?', deals: 'integer', valued: 'integer', amount: 'decimal' },
} as const

export type GroupRow = Row<typeof rows.groups>
export type SourceRow = Row<typeof rows.sources>
export type WonRow = Row<typeof rows.won>
