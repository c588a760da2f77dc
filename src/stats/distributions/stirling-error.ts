/**
 * What Stirling's formula leaves out: ln Γ(x) - [(x - 1/2) ln x - x + ln(2π)/2], for x > 0.
 *
 * Use it to write probabilities as a short product instead of a difference of huge logarithms (Loader's way,
 * see binomial-density.ts). It is about 1/(12x) and never large.
 *
 * Formula: 1/(12x) - 1/(360x³) + 1/(1260x⁵) - … from x = 10 on; below that, the step rule δ(x) = δ(x + 1) +
 * (x + 1/2) ln(1 + 1/x) - 1, which loses no digits.
 * Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000); Abramowitz & Stegun
 * 6.1.41.
 *
 * Example: stirlingError(10) = 0.00833056…
 */
import { requireThat } from '../misuse.ts'

export function stirlingError(x: number): number {
  requireThat(x > 0, `stirlingError needs x > 0, got ${x}`)
  let shifted = x
  let steps = 0
  while (shifted < 10) {
    steps += (shifted + 0.5) * Math.log1p(1 / shifted) - 1
    shifted += 1
  }
  const u = 1 / (shifted * shifted)
  const series =
    1 / 12 - u * (1 / 360 - u * (1 / 1260 - u * (1 / 1680 - u * (1 / 1188 - u * (691 / 360360 - u / 156)))))
  return steps + series / shifted
}
