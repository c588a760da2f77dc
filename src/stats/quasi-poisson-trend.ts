/**
 * Log-linear trend of monthly counts, with a spread taken from the data: E[y] = exposure · exp(a + b t).
 *
 * Use it for the growth of leads, and, with matured leads as exposure, for the drift of a conversion rate.
 * Zeros are kept. Not for amounts of money and not for fewer than three months.
 *
 * Formula: Poisson fit (log-linear-fit.ts) with columns 1, x, and sin, cos(2πx/12) if `harmonic`; k columns.
 * phi = max(floor, X²/(n - k)) with Pearson's X²; floor is 1, or 'binomial' = 1 - Σy/Σexposure, the spread of
 * shares. se = √(phi V_bb), times autocorrelation-inflation.ts if `autocorrelation`; t on n - k degrees of
 * freedom. Undefined with fewer than k + 1 months of positive exposure, fewer than 2 months with any count,
 * or constant x.
 * Source: Wedderburn 1974; McCullagh & Nelder 1989.
 *
 * Example: y = 95 112 112 131 133 111 130 138 138 137 149 140: slope 0.0295 a month, one-sided p for growth
 * 0.0013.
 */
import type { Answer } from './answer.ts'
import { autocorrelationInflation } from './autocorrelation-inflation.ts'
import { tQuantile, tUpperTail } from './distributions/student-t.ts'
import { fitLogLinear } from './log-linear-fit.ts'
import { requireConfidence, requireThat } from './misuse.ts'

export interface TrendInput {
  /** counts, >= 0 */
  readonly y: readonly number[]
  /** time in months, one per count */
  readonly x: readonly number[]
  /** what the counts are out of (matured leads); months with 0 are left out */
  readonly exposure?: readonly number[]
}

export interface TrendOptions {
  readonly phiFloor?: 1 | 'binomial'
  readonly autocorrelation?: boolean
  readonly harmonic?: boolean
  readonly confidence?: number
}

export type Trend = { readonly n: number } & Answer<{
  /** log growth per month */
  readonly slope: number
  readonly se: number
  readonly lower: number
  readonly upper: number
  readonly t: number
  readonly df: number
  /** one-sided p of a falling, of a rising slope */
  readonly pLess: number
  readonly pGreater: number
  /** exp(slope) - 1 */
  readonly growth: number
  readonly phi: number
  /** first autocorrelation of the Pearson residuals; 0 when the fit is perfect */
  readonly r1: number
  readonly inflation: number
}>

export function quasiPoissonTrend({ y, x, exposure }: TrendInput, options: TrendOptions = {}): Trend {
  const { phiFloor = 1, autocorrelation = false, harmonic = false, confidence = 0.95 } = options
  requireConfidence(confidence)
  requireThat(
    y.length === x.length && (exposure ?? y).length === y.length,
    'a trend needs lists of the same length',
  )
  const points = y.map((value, i) => ({ y: value, x: x[i] ?? 0, exposure: exposure?.[i] ?? 1 }))
  requireThat(
    points.every((point) => point.y >= 0),
    'a trend needs counts >= 0',
  )
  const kept = points.filter((point) => point.exposure > 0)
  const n = kept.length
  const columns = columnsOf(
    kept.map((point) => point.x),
    harmonic,
  )
  const k = columns.length
  const why = whyUndefined(kept, k)
  const counts = kept.map((point) => point.y)
  const fit =
    why === null
      ? fitLogLinear(
          columns,
          counts,
          kept.map((point) => point.exposure),
        )
      : null
  const df = n - k
  const variance = fit?.covariance[1]?.[1]
  const slope = fit?.coefficients[1]
  if (why !== null || fit === null || variance === undefined || slope === undefined) {
    return { n, ...nothing, reason: why ?? 'the fit does not settle on these numbers' }
  }
  const total = kept.reduce((sum, point) => sum + point.exposure, 0)
  const floor = phiFloor === 1 ? 1 : 1 - counts.reduce((sum, value) => sum + value, 0) / total
  const pearsonSquare = fit.pearson.reduce((sum, r) => sum + r * r, 0)
  // The last floor only matters when every lead converts: then nothing varies and the slope is 0, not 0/0.
  const phi = Math.max(floor, pearsonSquare / df, 1e-12)
  const serial = autocorrelationInflation(fit.pearson)
  const inflation = autocorrelation ? serial.inflation : 1
  const se = Math.sqrt(phi * variance) * inflation
  const half = tQuantile((1 + confidence) / 2, df) * se
  const t = slope / se
  return {
    n,
    slope,
    se,
    lower: slope - half,
    upper: slope + half,
    t,
    df,
    pLess: tUpperTail(-t, df),
    pGreater: tUpperTail(t, df),
    growth: Math.expm1(slope),
    phi,
    r1: serial.r1,
    inflation,
    reason: null,
  }
}

const nothing = {
  slope: null,
  se: null,
  lower: null,
  upper: null,
  t: null,
  df: null,
  pLess: null,
  pGreater: null,
  growth: null,
  phi: null,
  r1: null,
  inflation: null,
}

function columnsOf(x: readonly number[], harmonic: boolean): number[][] {
  // Centred: the slope does not change and the equations stay well conditioned.
  const middle = x.reduce((sum, value) => sum + value, 0) / x.length
  const line = [x.map(() => 1), x.map((value) => value - middle)]
  if (!harmonic) return line
  const angle = x.map((value) => (2 * Math.PI * value) / 12)
  return [...line, angle.map((value) => Math.sin(value)), angle.map((value) => Math.cos(value))]
}

function whyUndefined(points: readonly { y: number; x: number }[], k: number): string | null {
  if (points.length < k + 1) return `fewer than ${k + 1} months`
  if (points.filter((point) => point.y > 0).length < 2) return 'fewer than 2 months with any count'
  if (points.every((point) => point.x === points[0]?.x)) return 'all in the same month'
  return null
}
