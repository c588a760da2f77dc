// The rows the queries return. `kind` is the population; `reason` is a wording as it stands in the data, cut to limits.longestText.
import type { Row } from '../../sql/index.ts'

const reason = {
  kind: 'text',
  /** null: no reason given, or one of the rare wordings that are only counted (`tail`) */
  reason: 'text?',
  tail: 'flag',
} as const

export const rows = {
  /** Rows per wording and currency. `value`, `squares`: over positive amounts. */
  reasons: {
    ...reason,
    currency: 'text?',
    deals: 'integer',
    valued: 'integer',
    value: 'decimal',
    squares: 'number?',
    /** amounts of zero or less: not weighed */
    dropped: 'integer',
    /** rows in the two periods compared, and positive amounts in the later one */
    before: 'integer',
    after: 'integer',
    laterValue: 'decimal',
  },
  /**
   * Rows per wording, currency and value of each segment column; `rest`: a value beyond the largest ones. Wordings, values and labels are numbers:
   * there are tens of thousands of rows, and their texts stand in rows of their own, with `name` and no deals. See segment-cells.ts.
   */
  segments: {
    kind: 'text',
    tail: 'flag',
    /** place among the segment columns of the population in the order of their names; null: the name of a wording */
    place: 'integer?',
    value: 'integer?',
    rest: 'flag',
    reason: 'integer?',
    /** the value as the export writes it */
    label: 'integer?',
    currency: 'text?',
    deals: 'integer',
    amount: 'decimal',
    /** of the wording, value or label whose number the row has */
    name: 'text?',
  },
  /**
   * Rows per wording and stage: the one on the row, and the last other one of its history. Currency and positive amounts only where
   * groups by stage were asked for.
   */
  stages: {
    kind: 'text',
    reason: 'text',
    stage: 'text?',
    stageBefore: 'text?',
    currency: 'text?',
    deals: 'integer',
    amount: 'decimal',
  },
  /** The population as a whole. `won`: won deals of the same days. `undated`, `later`: without a day, after asOf. */
  totals: {
    kind: 'text',
    rows: 'integer',
    firstDay: 'date?',
    lastDay: 'date?',
    won: 'integer',
    undated: 'integer',
    later: 'integer',
  },
} as const

export type Rows = typeof rows
export type ReasonRow = Row<Rows['reasons']>
export type SegmentRow = Row<Rows['segments']>
export type StageRow = Row<Rows['stages']>
export type TotalRow = Row<Rows['totals']>
