// Between which ranks a reason may truly lie. Single answers: stats/rank-confidence-sets. Several per deal: the same test on deals naming
// only one of the two, pair by pair.
import { binomialAtLeast, rankConfidenceSets } from '../../stats/index.ts'
import { mostTested } from './limits.ts'
import type { Tally } from './tally.ts'

export interface RankBand {
  readonly best: number
  readonly worst: number
}

interface Pair {
  readonly above: number
  readonly below: number
  readonly p: number
}

/** Deals that name both of two reasons, by their places in the order of `labels`. */
function together(labels: readonly string[], tally: Tally): Map<number, number> {
  const placeOf = new Map(labels.map((label, place) => [label, place]))
  const both = new Map<number, number>()
  for (const { labels: named, deals } of tally.several) {
    const places = named.flatMap((label) => placeOf.get(label) ?? []).sort((a, b) => a - b)
    for (const [index, first] of places.entries()) {
      for (const second of places.slice(index + 1)) {
        const key = first * labels.length + second
        both.set(key, (both.get(key) ?? 0) + deals)
      }
    }
  }
  return both
}

/** Holm's step-down over all ordered pairs; only those that may be significant are given. */
function holm(pairs: Pair[], tests: number): Pair[] {
  const sorted = pairs.sort((a, b) => a.p - b.p)
  const firstKept = sorted.findIndex(({ p }, index) => p > 0.05 / (tests - index))
  return firstKept === -1 ? sorted : sorted.slice(0, firstKept)
}

function pairwise(labels: readonly string[], tally: Tally): RankBand[] {
  const both = together(labels, tally)
  const pairs: Pair[] = []
  for (const [above, upper] of labels.entries()) {
    for (let below = above + 1; below < labels.length; below++) {
      const shared = both.get(above * labels.length + below) ?? 0
      const a = (tally.counts.get(upper) ?? 0) - shared
      const b = (tally.counts.get(labels[below] ?? '') ?? 0) - shared
      if (a > b) pairs.push({ above, below, p: binomialAtLeast(a, a + b, 0.5) })
    }
  }
  const bands = labels.map(() => ({ best: 1, worst: labels.length }))
  for (const { above, below } of holm(pairs, labels.length * (labels.length - 1))) {
    const better = bands[above]
    const worse = bands[below]
    if (better !== undefined) better.worst -= 1
    if (worse !== undefined) worse.best += 1
  }
  return bands
}

/** Bands of the most frequent reasons, in the order given (count descending); reasons beyond limits.mostTested have none. */
export function rankBands(labels: readonly string[], tally: Tally): RankBand[] {
  const leading = labels.slice(0, mostTested)
  if (tally.several.length > 0) return pairwise(leading, tally)
  const counts = leading.map((label) => tally.counts.get(label) ?? 0)
  return rankConfidenceSets(counts).map(({ lower, upper }) => ({ best: lower, worst: upper }))
}
