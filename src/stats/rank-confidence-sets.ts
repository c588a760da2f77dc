/**
 * Between which ranks each category may truly lie, for all categories at once.
 *
 * Use it beside a ranking of reasons: "second, but anything from first to fourth". Single-select counts only.
 * Not to verify the winner alone, where verify-winner.ts is sharper.
 *
 * Formula: for every ordered pair, p = P(Bin(xj + xk, 1/2) >= xj) tests "j is not more frequent than k";
 * Holm's step-down over all K (K - 1) pairs. Best rank = 1 + number significantly above, worst = K - number
 * significantly below. Exact and deterministic; conservative. Source: Bazylik, Mogstad, Romano, Shaikh &
 * Wilhelm 2024 (csranks).
 *
 * Example: [50, 30, 10, 5] at 95 %: ranks 1-2, 1-2, 3-4, 3-4.
 */
import { binomialAtLeast } from './distributions/binomial.ts'
import { requireConfidence, requireCount } from './misuse.ts'

export interface RankSet {
  /** competition rank, 1 = most frequent; ties share the better rank */
  readonly rank: number
  readonly lower: number
  readonly upper: number
}

interface Pair {
  readonly above: number
  readonly below: number
  readonly p: number
  /** how many pairs of categories have these two counts */
  readonly times: number
}

/** One entry per count, in the order given. Cost grows with the distinct counts, not with the categories. */
export function rankConfidenceSets(counts: readonly number[], confidence = 0.95): RankSet[] {
  requireConfidence(confidence)
  const categories = new Map<number, number>()
  for (const count of counts) {
    requireCount(count, 'a count')
    categories.set(count, (categories.get(count) ?? 0) + 1)
  }
  const distinct = [...categories].sort(([a], [b]) => b - a)
  const significant = holm(pairsOf(distinct), counts.length * (counts.length - 1), 1 - confidence)
  const better = new Map<number, number>()
  const worse = new Map<number, number>()
  for (const { above, below } of significant) {
    better.set(below, (better.get(below) ?? 0) + (categories.get(above) ?? 0))
    worse.set(above, (worse.get(above) ?? 0) + (categories.get(below) ?? 0))
  }
  const sets = new Map<number, RankSet>()
  let ahead = 0
  for (const [count, times] of distinct) {
    const upper = counts.length - (worse.get(count) ?? 0)
    sets.set(count, { rank: ahead + 1, lower: 1 + (better.get(count) ?? 0), upper })
    ahead += times
  }
  return counts.flatMap((count) => sets.get(count) ?? [])
}

/** Pairs of unequal counts; the reverse and the equal ones have p >= 1/2 and can never be significant. */
function pairsOf(distinct: readonly (readonly [number, number])[]): Pair[] {
  return distinct.flatMap(([above, timesAbove], i) =>
    distinct.slice(i + 1).map(([below, timesBelow]) => ({
      above,
      below,
      p: binomialAtLeast(above, above + below, 0.5),
      times: timesAbove * timesBelow,
    })),
  )
}

function holm(pairs: Pair[], tests: number, alpha: number): Pair[] {
  const sorted = pairs.sort((a, b) => a.p - b.p)
  let done = 0
  let kept = 0
  for (const { p, times } of sorted) {
    // Pairs of categories with the same counts have the same p: if the first, with the strictest bar, passes,
    // all do.
    if (p > alpha / (tests - done)) break
    done += times
    kept += 1
  }
  return sorted.slice(0, kept)
}
