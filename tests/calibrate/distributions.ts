// Numbers drawn from the distributions that businesses are made of.
import type { Random } from '../bench/random.ts'

/** Standard normal (Box-Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())

/** Whole days with this median; `spread` is the standard deviation of the logarithm. */
export const lognormalDays = (random: Random, median: number, spread: number): number =>
  Math.round(median * Math.exp(spread * normal(random)))

/** Knuth's product of uniforms; for a mean up to a few hundred. */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random.next(); product > limit; product *= random.next()) count += 1
  return count
}

export const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.next()
