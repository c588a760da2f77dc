/**
 * Share of money that carries a property, deal by deal: see weighted-share-from-sums.ts for method and
 * source.
 *
 * Use it when the single amounts are at hand; missing amounts and amounts <= 0 are left out and counted in
 * `dropped`.
 *
 * Example: amounts [15127, 14979, 6856, 43062, 17746], hits first and fourth: 0.595 at n_eff 3.58, [0.189,
 * 0.902].
 */
import { requireThat } from './misuse.ts'
import { weightedShareFromSums } from './weighted-share-from-sums.ts'
import type { WeightedShare } from './weighted-share-from-sums.ts'

export function weightedShare(
  amounts: readonly (number | null)[],
  hits: readonly boolean[],
  confidence = 0.95,
): WeightedShare & { readonly dropped: number } {
  requireThat(amounts.length === hits.length, 'weightedShare needs lists of the same length')
  let n = 0
  let hitSum = 0
  let sum = 0
  let sumOfSquares = 0
  amounts.forEach((amount, i) => {
    if (amount === null || !(amount > 0)) return
    n += 1
    sum += amount
    sumOfSquares += amount * amount
    if (hits[i] === true) hitSum += amount
  })
  const dropped = amounts.length - n
  return { dropped, ...weightedShareFromSums({ n, hitSum, sum, sumOfSquares }, confidence) }
}
