/**
 * Exact two-sided p-value of a rank correlation: the share of all n! orders at least as extreme as the one
 * observed.
 *
 * Use it for n <= 9 (362,880 orders). Not beyond: 10! takes ten times as long and the t approximation is good
 * by then.
 *
 * Formula: with midranks doubled to whole numbers, rho is a straight line of S = Σ rx·ry; an order counts
 * when |S - mean| >= |S observed - mean|. Whole numbers throughout, so ties in S are exact. Source: Kendall &
 * Gibbons 1990.
 *
 * Example: x = 1 2 3 4 against itself: 2 of 24 orders are as extreme, p = 0.0833.
 */
import { midranks } from './midranks.ts'
import { requireThat } from './misuse.ts'

export function permutationP(x: readonly number[], y: readonly number[]): number {
  const n = x.length
  requireThat(n === y.length && n >= 1 && n <= 9, 'permutationP needs two lists of the same length, 1 to 9')
  const rx = midranks(x).map((rank) => 2 * rank)
  const ry = midranks(y).map((rank) => 2 * rank)
  const total = n * (n + 1)
  // n · S, so that the mean total² / n stays whole too.
  const mean = total * total
  const observed = Math.abs(n * rx.reduce((sum, rank, i) => sum + rank * (ry[i] ?? 0), 0) - mean)
  let extreme = 0
  let orders = 0
  const visit = (place: number, taken: number, sum: number): void => {
    if (place === n) {
      orders += 1
      if (Math.abs(n * sum - mean) >= observed) extreme += 1
      return
    }
    for (let i = 0; i < n; i++) {
      if ((taken & (1 << i)) === 0) visit(place + 1, taken | (1 << i), sum + (rx[place] ?? 0) * (ry[i] ?? 0))
    }
  }
  visit(0, 0, 0)
  return extreme / orders
}
