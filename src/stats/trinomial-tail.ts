/**
 * Probability that n answers fall into a chosen set of (detractor, passive, promoter) outcomes.
 *
 * Use it for exact tests on three classes with n up to about 100 (n = 100 has 5,151 outcomes). Not for large
 * n: the number of outcomes grows with n².
 *
 * Formula: sum over the set of n! / (d! a! p!) · q^d m^a r^p. The set is found once; the returned function
 * then takes the detractors' share q and the promoters' share r and costs one multiplication chain per
 * outcome.
 *
 * Example: trinomialTail(2, (x) => x.promoters === 2)(0.3, 0.5) = 0.25
 */
import { logGamma } from './distributions/log-gamma.ts'
import { requireCount } from './misuse.ts'
import type { NpsCounts } from './nps-counts.ts'

export function trinomialTail(
  n: number,
  contains: (outcome: NpsCounts) => boolean,
): (detractorShare: number, promoterShare: number) => number {
  requireCount(n, 'n')
  const logFactorial = Array.from({ length: n + 1 }, (_, k) => logGamma(k + 1))
  const most = ((n + 1) * (n + 2)) / 2
  const outcomes = { size: 0, detractors: new Uint16Array(most), promoters: new Uint16Array(most) }
  const ways = new Float64Array(most)
  for (let detractors = 0; detractors <= n; detractors++) {
    for (let promoters = 0; promoters + detractors <= n; promoters++) {
      const passives = n - detractors - promoters
      if (!contains({ detractors, passives, promoters })) continue
      const logWays =
        (logFactorial[n] ?? 0) -
        (logFactorial[detractors] ?? 0) -
        (logFactorial[passives] ?? 0) -
        (logFactorial[promoters] ?? 0)
      outcomes.detractors[outcomes.size] = detractors
      outcomes.promoters[outcomes.size] = promoters
      ways[outcomes.size] = Math.exp(logWays)
      outcomes.size += 1
    }
  }
  return (detractorShare, promoterShare) => {
    const q = powers(detractorShare, n)
    const m = powers(Math.max(0, 1 - detractorShare - promoterShare), n)
    const r = powers(Math.max(0, promoterShare), n)
    let sum = 0
    for (let k = 0; k < outcomes.size; k++) {
      const detractors = outcomes.detractors[k] ?? 0
      const promoters = outcomes.promoters[k] ?? 0
      sum +=
        (ways[k] ?? 0) * (q[detractors] ?? 0) * (m[n - detractors - promoters] ?? 0) * (r[promoters] ?? 0)
    }
    return sum
  }
}

function powers(base: number, n: number): Float64Array {
  const list = new Float64Array(n + 1).fill(1)
  for (let k = 1; k <= n; k++) list[k] = (list[k - 1] ?? 0) * base
  return list
}
