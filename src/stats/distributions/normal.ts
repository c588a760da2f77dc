/**
 * The standard normal distribution.
 *
 * Use it for score tests, for large-sample intervals, and to turn a confidence into a number of standard
 * errors. Not for means of few values with an estimated spread: that is student-t.ts.
 *
 * Formula: P(|Z| > z) = Q(1/2, z²/2), the upper incomplete gamma function, so the far tail keeps its relative
 * accuracy (P(Z < -37) is 5.7e-300, not 0). The quantile is the root of the smaller tail's logarithm. Source:
 * Abramowitz & Stegun 26.2, 26.4 and, for the first guess, 26.2.23.
 *
 * Example: normalCdf(1.96) = 0.9750021…, normalQuantile(0.975) = 1.9599640…
 */
import { findRoot } from '../find-root.ts'
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
  const guess = roughQuantile(tail)
  const z = findRoot((x) => Math.log(normalUpperTail(x) / tail), guess - 1e-3, guess + 1e-3)
  return p < 0.5 ? -z : z
}

/** z of an upper tail, to within 4.5e-4. */
function roughQuantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail))
  const above = 2.515517 + t * (0.802853 + t * 0.010328)
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  return t - above / below
}
