/**
 * The regularised incomplete beta function I_x(a, b) and its complement, for a, b > 0 and 0 <= x <= 1.
 *
 * Use it for the beta, t and binomial distributions. `y` is 1 - x, passed apart so that x may be as near to 1
 * as one likes; both tails come back, the smaller one computed directly.
 *
 * Formula: x^a y^b / (a B(a, b)) times a continued fraction, by Lentz's method; it converges fast for x <
 * (a+1)/(a+b+2), beyond that I_x(a, b) = 1 - I_y(b, a). The prefactor is Loader's binomial form.
 * Source: Abramowitz & Stegun 26.5.8; W. J. Lentz 1976; C. Loader 2000.
 *
 * Example: incompleteBeta(2, 2, 0.25) = { lower: 3/16 - 1/32 = 0.15625, upper: 0.84375 }
 */
import { requireThat } from '../misuse.ts'
import { binomialDensity } from './binomial-density.ts'
import type { Tails } from './tails.ts'

const MAX_STEPS = 200_000
const TINY = 1e-300

export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  requireThat(a > 0 && b > 0, `incompleteBeta needs a, b > 0, got ${a}, ${b}`)
  requireThat(x >= 0 && y >= 0, `incompleteBeta needs 0 <= x <= 1, got ${x}`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (y === 0) return { lower: 1, upper: 0 }
  const prefactor = ((a * b) / (a + b)) * binomialDensity(a, a + b, x, y)
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (prefactor / a) * continuedFraction(a, b, x))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, (prefactor / b) * continuedFraction(b, a, y))
  return { lower: 1 - upper, upper }
}

function continuedFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY)
  let fraction = d
  for (let m = 1; m < MAX_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d || TINY)
    c = 1 + even / c || TINY
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d || TINY)
    c = 1 + odd / c || TINY
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return fraction
}
