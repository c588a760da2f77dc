// Is a reason named more often in one segment than in the rest? Ratio with MOVER-R interval, the test used for changes, adjusted for
// all comparisons of a column and for the number of columns.
import type { Money } from '../../report/index.ts'
import {
  benjaminiHochberg,
  chiSquareTable,
  shareRatio,
  twoProportionTest,
  type ChiSquareTable,
} from '../../stats/index.ts'
import type { Segments } from './segments.ts'
import { moneyOf } from './tally.ts'

export interface Lift {
  readonly column: string
  readonly value: string
  readonly segment: string
  readonly reason: string
  readonly inSegment: number
  readonly segmentReasoned: number
  readonly elsewhere: number
  readonly elsewhereReasoned: number
  /** null: never named elsewhere. */
  readonly ratio: number | null
  readonly lower: number
  /** null: no upper end. */
  readonly upper: number | null
  readonly test: string
  readonly p: number
  readonly adjustedP: number
  readonly lifted: boolean
  readonly money: readonly Money[]
}

export interface ColumnLift {
  readonly column: string
  /** Tests of this column, by adjusted p, then the larger ratio. */
  readonly lifts: readonly Lift[]
  /** Are reason and segment related at all? Over deals naming exactly one reason. */
  readonly overall: ChiSquareTable
}

export interface LiftRule {
  /** Highest adjusted p. */
  readonly rate: number
  /**
   * Columns looked at in this run. Each is a family of its own; with five of them and no difference anywhere, 30 % of all runs would
   * find a lift by chance, so the number of columns is allowed for too.
   */
  readonly columns: number
  /** Losses naming the reason in the segment, and losses to compare them with: one of one is 100 % and says nothing. */
  readonly fewest: number
}

type Tested = Omit<Lift, 'adjustedP' | 'lifted'>

const finite = (value: number | null): number | null => (value === Infinity ? null : value)

function testsOf(segments: Segments, reasons: readonly string[]): Tested[] {
  const { column, values, restReasoned, restCounts } = segments
  const reasoned = values.reduce((sum, value) => sum + value.reasoned, restReasoned)
  return reasons.flatMap((reason) => {
    const named = values.reduce(
      (sum, value) => sum + (value.counts.get(reason) ?? 0),
      restCounts.get(reason) ?? 0,
    )
    return values.flatMap(({ value, label, reasoned: n1, counts, values: money }): Tested[] => {
      const n2 = reasoned - n1
      if (n1 === 0 || n2 === 0) return []
      const x1 = counts.get(reason) ?? 0
      const x2 = named - x1
      const test = twoProportionTest(x1, n1, x2, n2)
      const { ratio, lower, upper } = shareRatio(x1, n1, x2, n2)
      return [
        {
          column,
          value,
          segment: label,
          reason,
          inSegment: x1,
          segmentReasoned: n1,
          elsewhere: x2,
          elsewhereReasoned: n2,
          ratio: finite(ratio),
          lower: lower ?? 0,
          upper: finite(upper),
          test: test.method,
          p: test.p ?? 1,
          money: moneyOf(money.get(reason) ?? new Map()),
        },
      ]
    })
  })
}

const strongest = (a: Lift, b: Lift): number =>
  a.adjustedP - b.adjustedP || (b.ratio ?? Infinity) - (a.ratio ?? Infinity) || 0

/** `reasons`: those that are tested, in the order of the ranking. */
export function liftOf(segments: Segments, reasons: readonly string[], rule: LiftRule): ColumnLift {
  const tests = testsOf(segments, reasons)
  const adjusted = benjaminiHochberg(tests.map(({ p }) => p))
  const lifts: Lift[] = []
  for (const [index, one] of tests.entries()) {
    const adjustedP = Math.min(1, (adjusted[index] ?? 1) * rule.columns)
    const lifted =
      adjustedP <= rule.rate && one.lower > 1 && Math.min(one.inSegment, one.elsewhereReasoned) >= rule.fewest
    lifts.push({ ...one, adjustedP, lifted })
  }
  // The sort is stable: equal tests keep the order of the ranking and of the segments.
  lifts.sort(strongest)
  const cells = segments.values.map(({ single }) => reasons.map((reason) => single.get(reason) ?? 0))
  return { column: segments.column, lifts, overall: chiSquareTable(cells) }
}
