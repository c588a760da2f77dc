/**
 * The standard normal distribution.
 *
 * Use it for score tests, for large-sample intervals, and to turn a confidence into a number of standard errors.
 * Not for means of few values with an estimated spread: that is student-t.ts.
 *
 * Formula: P(|Z| > z) = Q(1/2, z²/2), the upper incomplete gamma function, so the far tail keeps its relative
 * accuracy (P(Z < -37) is 5.7e-300, not 0). The quantile is found by bisection on the smaller tail.
 * Source: Abramowitz & Stegun 26.2 and 26.4.
 *
 * Example: normalCdf(1.96) = 0.9750021…, normalQuantile(0.975) = 1.9599640…
 */
import { bisect } from '../bisection.ts'
import { requireThat } from '../misuse.ts'
import { incompleteGamma } from './incomplete-gamma.ts'

/** P(Z <= z) */
export function normalCdf(z: number): number {
  requireThat(!Number.isNaN(z), 'normalCdf needs a number')
  const tails = incompleteGamma(0.5, (z * z) / 2)
  return z <= 0 ? tails.upper / 2 : 0.5 + tails.lower / 2
}

/** P(Z > z), without cancellation */
export function normalUpperTail(z: number): number {
  return normalCdf(-z)
}

/** The z with P(Z <= z) = p, for 0 <= p <= 1; -Infinity at 0 and Infinity at 1. */
export function normalQuantile(p: number): number {
  requireThat(p >= 0 && p <= 1, `normalQuantile needs 0 <= p <= 1, got ${p}`)
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  if (p === 0.5) return 0
  const tail = p < 0.5 ? p : 1 - p
  const z = bisect(0, 40, (x) => normalUpperTail(x) > tail)
  return p < 0.5 ? -z : z
}
