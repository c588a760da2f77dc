/**
 * The chi-square distribution with `df` > 0 degrees of freedom.
 *
 * Use it for sums of squared standard normal values: tests of independence, of shift between two mixes.
 *
 * Formula: P(X <= x) = P(df/2, x/2), the incomplete gamma function; the quantile is found by bisection of ln
 * x on the smaller tail. Source: Abramowitz & Stegun 26.4.19.
 *
 * Example: chiSquareUpperTail(3.841459, 1) = 0.05, chiSquareQuantile(0.95, 1) = 3.8414588…
 */
import { bisect } from '../bisection.ts'
import { requireThat } from '../misuse.ts'
import { incompleteGamma } from './incomplete-gamma.ts'

/** P(X <= x); 0 for x < 0 */
export function chiSquareCdf(x: number, df: number): number {
  requireThat(df > 0, `chiSquareCdf needs df > 0, got ${df}`)
  return x <= 0 ? 0 : incompleteGamma(df / 2, x / 2).lower
}

/** P(X > x), without cancellation */
export function chiSquareUpperTail(x: number, df: number): number {
  requireThat(df > 0, `chiSquareUpperTail needs df > 0, got ${df}`)
  return x <= 0 ? 1 : incompleteGamma(df / 2, x / 2).upper
}

/** The x with P(X <= x) = p, for 0 <= p <= 1. */
export function chiSquareQuantile(p: number, df: number): number {
  requireThat(p >= 0 && p <= 1, `chiSquareQuantile needs 0 <= p <= 1, got ${p}`)
  if (p === 0) return 0
  if (p === 1) return Infinity
  const isBelow =
    p <= 0.5
      ? (logX: number) => chiSquareCdf(Math.exp(logX), df) < p
      : (logX: number) => chiSquareUpperTail(Math.exp(logX), df) > 1 - p
  return Math.exp(bisect(-745, 709, isBelow))
}
