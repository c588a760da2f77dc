/**
 * Straight line over time with a slope error that allows for autocorrelation (Newey-West).
 *
 * Use it as a secondary line on monthly measures that are not counts. Not for counts, and not below a dozen
 * points, where it is too optimistic.
 *
 * Formula: OLS slope; with u_t = e_t · (x_t - mean x) and Bartlett weights w_l = 1 - l/(lag + 1): se² = n/(n
 * - 2) · [Σ u_t² + 2 Σ_l w_l Σ u_t u_{t-l}] / (Σ dx²)²; lag = ⌊4 (n/100)^(2/9)⌋ unless given; t on n - 2
 * degrees of freedom. Source: Newey & West 1987, 1994; R's sandwich::NeweyWest(prewhite = FALSE, adjust =
 * TRUE).
 *
 * Example: the first case of fixtures/reference/ols_newey_west.json: slope 0.113, OLS se 0.082, Newey-West
 * 0.073.
 */
import type { Answer } from './answer.ts'
import { tQuantile, tTwoSided } from './distributions/student-t.ts'
import { linearTrend } from './linear-trend.ts'
import { requireThat } from './misuse.ts'

export type NeweyWestTrend = { readonly n: number } & Answer<{
  readonly intercept: number
  readonly slope: number
  readonly seOls: number
  readonly seHac: number
  readonly lag: number
  readonly t: number
  readonly p: number
  readonly lower: number
  readonly upper: number
}>

export function neweyWestTrend(
  x: readonly number[],
  y: readonly number[],
  options: { readonly lag?: number; readonly confidence?: number } = {},
): NeweyWestTrend {
  const { confidence = 0.95 } = options
  const line = linearTrend(x, y, confidence)
  const { n } = line
  if (line.seSlope === null) return { n, ...nothing, reason: line.reason }
  const lag = options.lag ?? Math.floor(4 * (n / 100) ** (2 / 9))
  requireThat(Number.isInteger(lag) && lag >= 0, `lag must be a whole number >= 0, got ${lag}`)
  const dx = x.map((value) => value - line.meanX)
  const sxx = dx.reduce((sum, value) => sum + value * value, 0)
  const u = dx.map((value, i) => value * ((y[i] ?? 0) - line.meanY - line.slope * value))
  let meat = u.reduce((sum, value) => sum + value * value, 0)
  for (let l = 1; l <= Math.min(lag, n - 1); l++) {
    const product = u.reduce((sum, value, i) => sum + (i < l ? 0 : value * (u[i - l] ?? 0)), 0)
    meat += 2 * (1 - l / (lag + 1)) * product
  }
  const seHac = Math.sqrt(Math.max(0, meat) * (n / (n - 2))) / sxx
  const half = tQuantile((1 + confidence) / 2, n - 2) * seHac
  const { slope, intercept, seSlope: seOls } = line
  const t = slope === 0 ? 0 : slope / seHac
  const p = tTwoSided(t, n - 2)
  return {
    n,
    intercept,
    slope,
    seOls,
    seHac,
    lag,
    t,
    p,
    lower: slope - half,
    upper: slope + half,
    reason: null,
  }
}

const nothing = {
  intercept: null,
  slope: null,
  seOls: null,
  seHac: null,
  lag: null,
  t: null,
  p: null,
  lower: null,
  upper: null,
}
