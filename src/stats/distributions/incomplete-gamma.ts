/**
 * The regularised incomplete gamma function P(a, x) = ∫₀ˣ t^(a-1) e^-t dt / Γ(a), and Q = 1 - P, for a > 0, x
 * >= 0.
 *
 * Use it for the chi-square and the normal distribution. Both tails come back: the one that may be tiny is
 * the one computed, the other is 1 minus it, so neither suffers from cancellation.
 *
 * Formula: below x = a + 1 the series P = w · (1 + x/(a+1) + x²/((a+1)(a+2)) + …) with w = x^a e^-x / Γ(a+1);
 * above, a continued fraction for Q, evaluated by Lentz's method. w is written with Stirling's error and the
 * deviance so that large a costs no digits. Source: Abramowitz & Stegun 6.5.29 and 6.5.31.
 *
 * Example: incompleteGamma(1, 2) = { lower: 1 - e⁻² = 0.86466…, upper: e⁻² = 0.13533… }
 */
import { requireThat } from '../misuse.ts'
import { halfDeviance } from './deviance.ts'
import { stirlingError } from './stirling-error.ts'
import type { Tails } from './tails.ts'

const MAX_STEPS = 200_000
const TINY = 1e-300

export function incompleteGamma(a: number, x: number): Tails {
  requireThat(a > 0, `incompleteGamma needs a > 0, got ${a}`)
  requireThat(x >= 0, `incompleteGamma needs x >= 0, got ${x}`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  const prefactor = Math.exp(-stirlingError(a) - halfDeviance(a, x)) / Math.sqrt(2 * Math.PI * a)
  if (x < a + 1) {
    const lower = Math.min(1, prefactor * series(a, x))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, prefactor * a * continuedFraction(a, x))
  return { lower: 1 - upper, upper }
}

function series(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; k < MAX_STEPS; k++) {
    term *= x / (a + k)
    sum += term
    if (term < sum * 1e-17) break
  }
  return sum
}

function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let k = 1; k < MAX_STEPS; k++) {
    const numerator = -k * (k - a)
    b += 2
    d = 1 / (numerator * d + b || TINY)
    c = b + numerator / c || TINY
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return fraction
}
