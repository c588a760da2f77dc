/**
 * Fisher-Irwin's exact test of two shares, two-sided.
 *
 * Use it when expected counts are below 1; otherwise two-proportion-test.ts chooses the better chi-square.
 *
 * Formula: given the margins, the sum of the hypergeometric probabilities that do not exceed the observed one
 * (relative tolerance 1e-7). Source: Irwin 1935; R's fisher.test.
 *
 * Example: 0 of 3 against 2 of 4: p = 3/7 = 0.4286.
 */
import type { Answer } from './answer.ts'
import { hypergeometricPmf } from './distributions/hypergeometric.ts'
import { requireCount, requireThat } from './misuse.ts'

export function fisherIrwinTest(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
): Answer<{ readonly p: number }> {
  for (const [value, name] of [
    [x1, 'x1'] as const,
    [n1, 'n1'] as const,
    [x2, 'x2'] as const,
    [n2, 'n2'] as const,
  ]) {
    requireCount(value, name)
  }
  requireThat(x1 <= n1 && x2 <= n2, 'more hits than cases')
  if (n1 === 0 || n2 === 0) return { p: null, reason: 'one of the groups is empty' }
  const hits = x1 + x2
  // Relative to the observed probability: neighbours differ by a simple ratio, so that one probability is computed and not one per k.
  const limit = 1 + 1e-7
  const lowest = Math.max(0, hits - n2)
  const highest = Math.min(n1, hits)
  let relative = 1
  let sum = 1
  for (let k = x1 + 1; k <= highest; k++) {
    relative *= ((n1 - k + 1) * (hits - k + 1)) / (k * (n2 - hits + k))
    if (relative <= limit) sum += relative
  }
  relative = 1
  for (let k = x1 - 1; k >= lowest; k--) {
    relative *= ((k + 1) * (n2 - hits + k + 1)) / ((n1 - k) * (hits - k))
    if (relative <= limit) sum += relative
  }
  const p = sum * hypergeometricPmf(x1, n1, n2, hits)
  return { p: Math.min(1, p), reason: null }
}
