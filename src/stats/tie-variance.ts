/**
 * Variance of Kendall's S for one series: [n(n-1)(2n+5) - Σ t(t-1)(2t+5)] / 18 over groups of t tied values.
 *
 * Use it inside the Mann-Kendall tests. Source: Kendall 1975. Example: five different values: 5·4·15/18 =
 * 16.67.
 */
export function varianceOfKendallS(y: readonly number[]): number {
  const ties = new Map<number, number>()
  for (const value of y) ties.set(value, (ties.get(value) ?? 0) + 1)
  return (term(y.length) - [...ties.values()].reduce((sum, t) => sum + term(t), 0)) / 18
}

function term(n: number): number {
  return n * (n - 1) * (2 * n + 5)
}
