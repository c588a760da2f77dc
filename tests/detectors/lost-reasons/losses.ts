// Lost deals for tests: rows of the queries written by hand, and deals for a real engine.
import type { DecideInput, Rollups, Words } from '../../../src/detectors/detector.ts'
import { populations } from '../../../src/detectors/lost-reasons/populations.ts'
import { columnsInPlace, type SegmentCell } from '../../../src/detectors/lost-reasons/segment-cells.ts'
import { options, type Options } from '../../../src/detectors/lost-reasons/options.ts'
import type {
  ReasonRow,
  Rows,
  SegmentRow,
  StageRow,
  TotalRow,
} from '../../../src/detectors/lost-reasons/rows.ts'
import type { OptionValues } from '../../../src/detectors/options.ts'
import type { TableName } from '../../../src/schema/index.ts'

/** A wording with its deals, and how many of them fell into the quarter before and into the newest one. */
export const said = (
  reason: string | null,
  deals: number,
  [before, after]: readonly [number, number] = [0, 0],
  more: Partial<ReasonRow> = {},
): ReasonRow => ({
  kind: 'lost',
  reason,
  tail: false,
  currency: null,
  deals,
  valued: 0,
  value: 0,
  squares: null,
  dropped: 0,
  before,
  after,
  laterValue: 0,
  ...more,
})

/** Deals of one wording in one value of a segment column. */
export const inSegment = (
  segmentColumn: string,
  value: string,
  reason: string | null,
  deals: number,
  more: Partial<SegmentCell> = {},
): SegmentCell => ({
  kind: 'lost',
  reason,
  tail: false,
  segmentColumn,
  value,
  label: value,
  rest: false,
  currency: null,
  deals,
  amount: 0,
  ...more,
})

/** Cells as the query returns them: texts stand in rows of their own. */
function segmentRows(cells: readonly SegmentCell[], columns: ReadonlySet<string>): SegmentRow[] {
  const has = (table: TableName, column?: string): boolean =>
    table === 'deals' && (column === undefined || columns.has(column))
  const [population] = populations({ has })
  const places = population === undefined ? [] : columnsInPlace(population)
  const nobody = { kind: 'lost', tail: false, rest: false, currency: null, deals: 0, amount: 0 }
  const none = { value: null, reason: null, label: null }
  const names = new Map<string, SegmentRow>()
  const numberOf = (part: keyof typeof none, place: number | null, name: string | null): number | null => {
    if (name === null) return null
    const key = JSON.stringify([part, place, name])
    const number = names.get(key)?.[part] ?? names.size + 1
    names.set(key, { ...nobody, ...none, [part]: number, place, name })
    return number
  }
  const counted = cells.map(({ segmentColumn, value, label, reason, ...counts }): SegmentRow => {
    const place = places.indexOf(segmentColumn)
    return {
      ...counts,
      place,
      value: numberOf('value', place, value),
      reason: numberOf('reason', null, reason),
      label: numberOf('label', place, label),
      name: null,
    }
  })
  return [...counted, ...names.values()]
}

/** Deals of one wording in one stage. */
export const inStage = (
  stage: string | null,
  reason: string,
  deals: number,
  more: Partial<StageRow> = {},
): StageRow => ({
  kind: 'lost',
  reason,
  stage,
  stageBefore: null,
  currency: null,
  deals,
  amount: 0,
  ...more,
})

export interface Given {
  readonly reasons: readonly ReasonRow[]
  readonly segments?: readonly SegmentCell[]
  readonly stages?: readonly StageRow[]
  readonly totals?: readonly TotalRow[]
  /** Columns of deals beside status and reason; default: closed_on. */
  readonly columns?: readonly string[]
  readonly options?: Partial<OptionValues<Options>>
  readonly aliases?: ReadonlyMap<string, readonly string[]>
  /** What else salescheck.json says of reasons. */
  readonly words?: Omit<Words, 'aliases'>
}

const defaults = Object.fromEntries(
  Object.entries(options).map(([key, spec]) => [key, spec.default]),
) as OptionValues<Options>

/** What `decide` takes, for lost deals whose data reach to the end of 2025. */
export function input(given: Given): DecideInput<Rows, Options, Rollups> {
  const columns = new Set(['status', 'lost_reason', ...(given.columns ?? ['closed_on'])])
  const has = (table: TableName, column?: string): boolean =>
    table === 'deals' && (column === undefined || columns.has(column))
  return {
    rows: {
      reasons: given.reasons,
      segments: segmentRows(given.segments ?? [], columns),
      stages: given.stages ?? [],
      totals: given.totals ?? [],
    },
    rollups: {},
    options: { ...defaults, ...given.options },
    present: { has },
    asOf: '2025-12-31',
    horizon: () => '2025-12-31',
    period: null,
    since: null,
    until: null,
    words: { aliases: given.aliases ?? new Map(), ...given.words },
  }
}

type Deal = Readonly<Record<string, string | null>>

/** The same lost deal `times` times, each with an id of its own. */
export const lostDeals = (times: number, deal: Deal, prefix = 'D'): Deal[] =>
  Array.from({ length: times }, (_, index) => ({
    deal_id: `${prefix}${String(index + 1).padStart(4, '0')}`,
    status: 'lost',
    ...deal,
  }))
