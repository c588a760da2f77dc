/**
 * The two values of a true NPS that lie exactly z standard errors from the observed one, by the score method.
 *
 * Use it where an interval is needed at a given z rather than a given confidence (nps-difference.ts searches
 * over z). For an interval to show, use nps-score-interval.ts.
 *
 * Formula: Z(lower) = z and Z(upper) = -z with Z from nps-score-statistic.ts; Z falls as t rises. All
 * detractors: lower is -1. All promoters: upper is 1. Needs n > 0 and z >= 0.
 *
 * Example: one single promoter at z = 1.96 gives [-0.587, 1].
 */
import { findRoot } from './find-root.ts'
import { npsOf, npsSize } from './nps-counts.ts'
import type { NpsCounts } from './nps-counts.ts'
import { npsScoreStatistic } from './nps-score-statistic.ts'

const EDGE = 1 - 1e-15

export function npsScoreLimits(counts: NpsCounts, z: number): { lower: number; upper: number } {
  const n = npsSize(counts)
  const nps = npsOf(counts)
  if (z <= 0) return { lower: nps, upper: nps }
  const lower = counts.detractors === n ? -1 : findRoot((t) => npsScoreStatistic(counts, t) - z, -EDGE, nps)
  const upper = counts.promoters === n ? 1 : findRoot((t) => npsScoreStatistic(counts, t) + z, nps, EDGE)
  return { lower, upper }
}
