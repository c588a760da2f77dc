/**
 * Half the Poisson deviance of an observed x against an expected m: x ln(x/m) + m - x, for x >= 0 and m > 0.
 *
 * Use it as a building block of densities. Written out naively it cancels when x is near m, which is where
 * probabilities are largest; there a series in (x - m)/(x + m) is used instead.
 *
 * Source: C. Loader (2000), the function called bd0.
 *
 * Example: halfDeviance(12, 10) = 12 ln 1.2 - 2 = 0.18785868…
 */
export function halfDeviance(x: number, m: number): number {
  if (x === 0) return m
  const gap = x - m
  if (Math.abs(gap) >= 0.1 * (x + m)) return x * Math.log(x / m) - gap
  const v = gap / (x + m)
  let sum = gap * v
  let power = 2 * x * v
  for (let j = 1; j < 1000; j++) {
    power *= v * v
    const next = sum + power / (2 * j + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}
