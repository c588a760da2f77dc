/**
 * Theil-Sen slope: the median of the slopes between all pairs of points, with Sen's interval.
 *
 * Use it as a robustness line beside a trend: one wild month cannot turn it. Never as the verdict. Time is 1
 * … n. Not for long series: the pairs grow with n².
 *
 * Formula: slopes (y_j - y_i)/(j - i); intercept median(y - slope · t). Interval: with C = z √Var(S) as in
 * Mann-Kendall, M1 = round((N - C)/2), M2 = round((N + C)/2), halves to even: the M1-th and the (M2+1)-th
 * smallest slope; -Infinity or Infinity when there is no such slope. Source: Sen 1968, JASA 63:1379.
 *
 * Example: 3 1 4 1 5 9 2 6: slope 0.464 [-0.667, 2].
 */
import type { Answer } from './answer.ts'
import { criticalValue } from './critical-value.ts'
import { median } from './median.ts'
import { varianceOfKendallS } from './tie-variance.ts'

/** `lower` and `upper` may be infinite: then the series is too short for a limit. */
export type TheilSen = Answer<{
  readonly slope: number
  readonly intercept: number
  readonly lower: number
  readonly upper: number
}>

export function theilSen(y: readonly number[], confidence = 0.95): TheilSen {
  const z = criticalValue(confidence)
  if (y.length < 2)
    return { slope: null, intercept: null, lower: null, upper: null, reason: 'fewer than 2 points' }
  const slopes = y
    .flatMap((value, i) => y.slice(i + 1).map((later, k) => (later - value) / (k + 1)))
    .sort((a, b) => a - b)
  const slope = median(slopes).median ?? 0
  const intercept = median(y.map((value, i) => value - slope * (i + 1))).median ?? 0
  const c = z * Math.sqrt(varianceOfKendallS(y))
  const below = roundHalfToEven((slopes.length - c) / 2)
  const above = roundHalfToEven((slopes.length + c) / 2)
  return {
    slope,
    intercept,
    lower: below < 1 ? -Infinity : (slopes[below - 1] ?? -Infinity),
    upper: slopes[above] ?? Infinity,
    reason: null,
  }
}

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value)
  const part = value - floor
  if (part !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}
