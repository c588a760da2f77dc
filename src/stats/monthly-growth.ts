/**
 * Growth per month of a series of counts: exp(slope) - 1 of a quasi-Poisson trend, with its interval.
 *
 * Use it for "leads grow 3 % a month". Zeros are allowed. Not for money, and say that it is an average.
 *
 * Formula: quasi-poisson-trend.ts on months 0, 1, 2 …, dispersion at least 1; harmonic from 24 months on,
 * inflation for autocorrelation on. Source: as there.
 *
 * Example: 100 200 400 800 gives growth 1 (doubling).
 */
import type { Answer } from './answer.ts'
import { quasiPoissonTrend } from './quasi-poisson-trend.ts'

export type MonthlyGrowth = Answer<{
  /** 0.03 is 3 % a month */
  readonly growth: number
  readonly lower: number
  readonly upper: number
  /** one-sided p of H1: it grows */
  readonly pGreater: number
}>

export function monthlyGrowth(counts: readonly number[], confidence = 0.95): MonthlyGrowth {
  const trend = quasiPoissonTrend(
    { y: counts, x: counts.map((_, month) => month) },
    { autocorrelation: true, harmonic: counts.length >= 24, confidence },
  )
  if (trend.reason !== null)
    return { growth: null, lower: null, upper: null, pGreater: null, reason: trend.reason }
  const { growth, lower, upper, pGreater } = trend
  return { growth, lower: Math.expm1(lower), upper: Math.expm1(upper), pGreater, reason: null }
}
