// Has a reason's share changed between two periods? C3: the N-1 chi-square or Fisher-Irwin, adjusted over the reasons, and a size.
import type { Money, ReportPeriod } from '../../report/index.ts'
import { benjaminiHochberg, shareDifference, twoProportionTest } from '../../stats/index.ts'
import type { Comparison } from './comparison.ts'
import { mostTested } from './limits.ts'
import type { ReasonRow } from './rows.ts'
import { add, isReasoned, labelsOf, moneyOf, saidBy, type Tally } from './tally.ts'
import type { Vocabulary } from './words/vocabulary.ts'

export interface ReasonChange {
  readonly label: string
  readonly before: number
  readonly after: number
  readonly beforeShare: number
  readonly afterShare: number
  readonly difference: number
  readonly lower: number
  readonly upper: number
  readonly test: string
  readonly p: number
  readonly adjustedP: number
  /** Significant and large enough, up or down. */
  readonly changed: boolean
  /** Positive amounts of the losses naming it in the later period. */
  readonly value: readonly Money[]
}

export interface Change {
  readonly before: ReportPeriod
  readonly after: ReportPeriod
  /** Losses with a reason in each. */
  readonly beforeReasoned: number
  readonly afterReasoned: number
  /** In the order of the ranking. */
  readonly reasons: readonly ReasonChange[]
  /** Reasons that were not tested: beyond the most frequent. */
  readonly untested: number
}

export type ChangeOrWhyNot =
  | { readonly change: Change; readonly missing: null }
  | { readonly change: null; readonly missing: string }

interface Side {
  reasoned: number
  readonly counts: Map<string, number>
}

export interface ChangeRule {
  /** Highest adjusted p, and smallest difference as a share. */
  readonly rate: number
  readonly size: number
}

function sidesOf(
  rows: readonly ReasonRow[],
  vocabulary: Vocabulary,
): { before: Side; after: Side; values: Map<string, Map<string | null, number>> } {
  const before: Side = { reasoned: 0, counts: new Map() }
  const after: Side = { reasoned: 0, counts: new Map() }
  const values = new Map<string, Map<string | null, number>>()
  for (const row of rows) {
    const said = saidBy(row, vocabulary)
    if (!isReasoned(said)) continue
    before.reasoned += row.before
    after.reasoned += row.after
    for (const label of labelsOf(said)) {
      add(before.counts, label, row.before)
      add(after.counts, label, row.after)
      const sums = values.get(label) ?? new Map<string | null, number>()
      values.set(label, sums)
      add(sums, row.currency, row.laterValue)
    }
  }
  return { before, after, values }
}

const none = (missing: string): ChangeOrWhyNot => ({ change: null, missing })

/** The rise that the findings, and the headline, begin with. */
export const largestRise = (a: ReasonChange, b: ReasonChange): number =>
  b.difference - a.difference || (a.label < b.label ? -1 : 1)

/** A size in percentage points is met in spite of rounding: 0.30 - 0.25 is 5 points. */
export const atLeast = (difference: number, size: number): boolean => difference >= size - 1e-12

export function changeOf(
  rows: readonly ReasonRow[],
  comparison: Comparison,
  vocabulary: Vocabulary,
  tally: Tally,
  rule: ChangeRule,
): ChangeOrWhyNot {
  if (comparison.before === null) return none(comparison.missing)
  const { before, after, values } = sidesOf(rows, vocabulary)
  for (const [side, period] of [
    [before, comparison.before],
    [after, comparison.after],
  ] as const)
    if (side.reasoned === 0) return none(`no loss with a reason falls into the period ${period.label}`)
  const pooled = (label: string): number => (before.counts.get(label) ?? 0) + (after.counts.get(label) ?? 0)
  const named = [...before.counts.keys()]
    .filter((label) => pooled(label) > 0)
    .sort(
      (a, b) =>
        (tally.counts.get(b) ?? 0) - (tally.counts.get(a) ?? 0) || pooled(b) - pooled(a) || (a < b ? -1 : 1),
    )
  const tested = named.slice(0, mostTested).map((label) => {
    const [x, y] = [before.counts.get(label) ?? 0, after.counts.get(label) ?? 0]
    const test = twoProportionTest(y, after.reasoned, x, before.reasoned)
    const { diff, lower, upper } = shareDifference(y, after.reasoned, x, before.reasoned)
    return {
      label,
      before: x,
      after: y,
      test: test.method,
      p: test.p ?? 1,
      difference: diff ?? 0,
      lower: lower ?? -1,
      upper: upper ?? 1,
    }
  })
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p))
  const reasons = tested.map((one, index): ReasonChange => {
    const adjustedP = adjusted[index] ?? 1
    return {
      ...one,
      beforeShare: one.before / before.reasoned,
      afterShare: one.after / after.reasoned,
      adjustedP,
      changed: adjustedP <= rule.rate && atLeast(Math.abs(one.difference), rule.size),
      value: moneyOf(values.get(one.label) ?? new Map()),
    }
  })
  return {
    change: {
      before: comparison.before,
      after: comparison.after,
      beforeReasoned: before.reasoned,
      afterReasoned: after.reasoned,
      reasons,
      untested: named.length - tested.length,
    },
    missing: null,
  }
}
