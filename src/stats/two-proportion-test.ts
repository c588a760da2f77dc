/**
 * Are two independent shares equal? Two-sided p.
 *
 * Use it for a reason's share in two periods, or in a segment against the rest. Not for paired answers.
 *
 * Formula: with every expected count at least 1, Pearson's chi-square times (N - 1)/N on one degree of
 * freedom; otherwise Fisher-Irwin's exact test. If nobody or everybody is a hit, p = 1.
 * Source: I. Campbell 2007, Statistics in Medicine 26:3661.
 *
 * Example: 56/70 against 48/80: 'N-1 chi2', p = 0.00826.
 */
import { chiSquareUpperTail } from './distributions/chi-square.ts'
import { fisherIrwinTest } from './fisher-irwin-test.ts'
import { requireCount, requireThat } from './misuse.ts'

export type TwoProportionTest =
  | { readonly method: 'N-1 chi2' | 'fisher' | 'degenerate'; readonly p: number; readonly reason: null }
  | { readonly method: 'undefined'; readonly p: null; readonly reason: string }

export function twoProportionTest(x1: number, n1: number, x2: number, n2: number): TwoProportionTest {
  requireCount(n1, 'n1')
  requireCount(n2, 'n2')
  requireThat(x1 >= 0 && x2 >= 0 && x1 <= n1 && x2 <= n2, 'hits must lie between 0 and the number of cases')
  if (n1 === 0 || n2 === 0) return { method: 'undefined', p: null, reason: 'one of the groups is empty' }
  const total = n1 + n2
  const hits = x1 + x2
  if (hits === 0 || hits === total) return { method: 'degenerate', p: 1, reason: null }
  const smallestExpected = (Math.min(n1, n2) * Math.min(hits, total - hits)) / total
  if (smallestExpected < 1) {
    return { method: 'fisher', p: fisherIrwinTest(x1, n1, x2, n2).p ?? 1, reason: null }
  }
  const cross = x1 * (n2 - x2) - x2 * (n1 - x1)
  const statistic = ((total - 1) * (cross / n1) * (cross / n2)) / (hits * (total - hits))
  return { method: 'N-1 chi2', p: chiSquareUpperTail(statistic, 1), reason: null }
}
