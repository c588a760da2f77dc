/**
 * How many standard errors an observed NPS lies above a supposed true NPS t, by the score method.
 *
 * Use it as the common heart of the interval (nps-score-interval.ts) and the exact test (nps-test-below.ts).
 * Not as a p-value for small n by itself: its normal approximation is too eager there.
 *
 * Formula: the detractor share q is estimated under the constraint promoters' share - detractors' share = t:
 * with A = 2n, B = -p - d + (2n - p + d) t, C = -d t (1 - t), q = (√(B² - 4AC) - B) / 2A, kept inside [max(0,
 * -t), (1 - t)/2]. Then Z(t) = (p - d - n t) / √(n (2q + t (1 - t))). Z falls as t rises. Where the spread is
 * zero, Z is 0 when the data agree with t and ±Infinity otherwise.
 * Source: Tango 1998; May & Johnson 1997 (score interval for a paired difference of proportions).
 *
 * Example: 3 detractors, 2 passives, 5 promoters against t = 0: Z = 2/√8 = 0.7071
 */
import type { NpsCounts } from './nps-counts.ts'

export function npsScoreStatistic({ detractors, passives, promoters }: NpsCounts, t: number): number {
  const n = detractors + passives + promoters
  const a = 2 * n
  const b = -promoters - detractors + (2 * n - promoters + detractors) * t
  const c = -detractors * t * (1 - t)
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c))
  const q = Math.min(Math.max((root - b) / (2 * a), 0, -t), (1 - t) / 2)
  const variance = n * (2 * q + t * (1 - t))
  const distance = promoters - detractors - n * t
  if (variance > 0) return distance / Math.sqrt(variance)
  return Math.abs(distance) < 1e-12 * n ? 0 : Math.sign(distance) * Infinity
}
