// The rows the queries return.
import type { Row } from '../../sql/index.ts'
import { groupRows } from '../share-groups.ts'

export const rows = {
  /** Deals with a proposal, by whether it came too early; `won` and `lost` so far. */
  sides: { troubled: 'flag', deals: 'integer', won: 'integer', lost: 'integer' },
  /** Why it was too early; a deal may count in several. `unknown`: the history begins after the deal, nobody can tell. */
  reasons: {
    before: 'integer',
    tooSoon: 'integer',
    skipped: 'integer',
    unqualified: 'integer',
    unknown: 'integer',
    later: 'integer',
  },
  /** Stages of the history with what they were taken for, the most frequent first. */
  stages: { stage: 'text', role: 'text', moves: 'integer' },
  /** Amounts of open deals whose proposal came too early. */
  values: { currency: 'text?', value: 'decimal' },
  groups: groupRows,
} as const

export type Rows = typeof rows
export type SideRow = Row<Rows['sides']>
export type ReasonRow = Row<Rows['reasons']>
export type StageRow = Row<Rows['stages']>
