/**
 * Natural logarithm of the gamma function, ln Γ(x), for x > 0.
 *
 * Use it for factorials and binomial coefficients too large to write down: ln n! = logGamma(n + 1). Not for x
 * <= 0, where the gamma function has poles.
 *
 * Formula: Stirling's series ln Γ(x) = (x - 1/2) ln x - x + ln(2π)/2 + 1/(12x) - 1/(360x³) + …, which is good
 * to the last digit from x = 10 on; below that, Γ(x) = Γ(x + k) / (x (x + 1) … (x + k - 1)) shifts x up
 * first.
 * Source: Abramowitz & Stegun 6.1.41 and 6.1.15.
 *
 * Example: logGamma(5) = ln 24 = 3.1780538…
 */
import { requireThat } from '../misuse.ts'
import { stirlingError } from './stirling-error.ts'

const HALF_LOG_TWO_PI = 0.9189385332046728

export function logGamma(x: number): number {
  requireThat(x > 0, `logGamma needs x > 0, got ${x}`)
  let shifted = x
  let product = 1
  while (shifted < 10) {
    product *= shifted
    shifted += 1
  }
  const stirling = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingError(shifted)
  return stirling - Math.log(product)
}
