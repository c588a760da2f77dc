// The rows the queries return. `kind`: 'deal' (lost deals) or 'customer' (lost customers).
import type { Row } from '../../sql/index.ts'
import { groupRows } from '../share-groups.ts'

export const rows = {
  /** Losses per kind. Due: old enough, and not after debriefs end; `beyond`: old enough, but after they end. */
  coverage: {
    kind: 'text',
    losses: 'integer',
    debriefed: 'integer',
    due: 'integer',
    dueDebriefed: 'integer',
    beyond: 'integer',
  },
  /** Positive amounts of due losses. */
  values: {
    kind: 'text',
    currency: 'text?',
    valued: 'integer',
    asked: 'decimal',
    value: 'decimal',
    squares: 'number?',
  },
  groups: groupRows,
  /** Debriefs: all, those that find a loss, those of the days asked about, and of these how they were held (of how many that is known). */
  conduct: {
    debriefs: 'integer',
    matched: 'integer',
    inDays: 'integer',
    sameDay: 'integer',
    dayKnown: 'integer',
    long: 'integer',
    timed: 'integer',
    byOwner: 'integer',
    holderKnown: 'integer',
  },
  /** Reason on file and reason of the debrief, where both are given. */
  reasons: { onFile: 'text', told: 'text', debriefs: 'integer' },
} as const

export type Rows = typeof rows
export type CoverageRow = Row<Rows['coverage']>
export type ConductRow = Row<Rows['conduct']>
export type ReasonPair = Row<Rows['reasons']>
export type ValueRow = Row<Rows['values']>
