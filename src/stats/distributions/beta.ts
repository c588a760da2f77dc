/**
 * The beta distribution on 0 … 1 with shapes a, b > 0.
 *
 * Use it for shares as random quantities and for exact binomial limits.
 *
 * Formula: P(X <= x) = I_x(a, b); the quantile is found by bisection, of ln x below one half and of ln(1 - x)
 * above.
 * Source: Abramowitz & Stegun 26.5.1.
 *
 * Example: betaCdf(0.25, 2, 2) = 0.15625, betaQuantile(0.5, 2, 2) = 0.5
 */
import { bisect } from '../bisection.ts'
import { requireThat } from '../misuse.ts'
import { incompleteBeta } from './incomplete-beta.ts'

/** P(X <= x) */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  return x >= 1 ? 1 : incompleteBeta(a, b, x).lower
}

/** The x with P(X <= x) = p, for 0 <= p <= 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  requireThat(p >= 0 && p <= 1, `betaQuantile needs 0 <= p <= 1, got ${p}`)
  if (p === 0 || p === 1) return p
  const isShort = (tails: { lower: number; upper: number }) =>
    p <= 0.5 ? tails.lower < p : tails.upper > 1 - p
  if (!isShort(incompleteBeta(a, b, 0.5))) {
    return Math.exp(bisect(-745, Math.log(0.5), (logX) => isShort(incompleteBeta(a, b, Math.exp(logX)))))
  }
  const logY = bisect(-745, Math.log(0.5), (t) => {
    const y = Math.exp(t)
    return !isShort(incompleteBeta(a, b, 1 - y, y))
  })
  return 1 - Math.exp(logY)
}
