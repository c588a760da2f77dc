/**
 * Spearman's rank correlation between two measures of the same things, with interval and two-sided p.
 *
 * Use it to say whether high goes with high (attainment and NPS across owners). It asks for no straight line
 * and minds no outlier. Not as evidence of cause, and not for fewer than 3 pairs or a constant side.
 *
 * Formula: rho is the correlation of midranks. Interval tanh(atanh rho ± z √((1 + rho²/2)/(n - 3))) (Bonett &
 * Wright 2000). p: over all n! orders for n <= 9, ties kept; from n = 10 the t distribution with n - 2
 * degrees of freedom.
 *
 * Example: x = 1…5, y = 2 1 4 3 5: rho 0.8, 95 % interval [-0.46, 0.99], p = 16/120 = 0.133.
 */
import { sampleRankCorrelation } from 'simple-statistics'
import { isConstant } from './constant.ts'
import { criticalValue } from './critical-value.ts'
import { tTwoSided } from './distributions/student-t.ts'
import { requireThat } from './misuse.ts'
import { permutationP } from './permutation-p.ts'

export type Spearman = { readonly n: number } & (
  | {
      readonly rho: number
      readonly p: number
      readonly method: 'exact' | 't'
      /** null when |rho| = 1 or n = 3; `reason` says so */
      readonly lower: number | null
      readonly upper: number | null
      readonly reason: string | null
    }
  | {
      readonly rho: null
      readonly p: null
      readonly method: 'undefined'
      readonly lower: null
      readonly upper: null
      readonly reason: string
    }
)

/** Pairs with a null on either side are left out; `n` counts the rest. */
export function spearman(
  x: readonly (number | null)[],
  y: readonly (number | null)[],
  confidence = 0.95,
): Spearman {
  requireThat(x.length === y.length, 'spearman needs lists of the same length')
  const z = criticalValue(confidence)
  const xs: number[] = []
  const ys: number[] = []
  x.forEach((value, i) => {
    const other = y[i] ?? null
    if (value === null || other === null) return
    xs.push(value)
    ys.push(other)
  })
  const n = xs.length
  const undefinedWhy =
    n < 3 ? 'fewer than 3 pairs' : isConstant(xs) || isConstant(ys) ? 'one side is constant' : null
  if (undefinedWhy !== null) {
    return { n, rho: null, p: null, method: 'undefined', lower: null, upper: null, reason: undefinedWhy }
  }
  const raw = sampleRankCorrelation(xs, ys)
  const rho = Math.abs(raw) > 1 - 1e-12 ? Math.sign(raw) : raw
  const exact = n <= 9
  const p = exact ? permutationP(xs, ys) : tP(rho, n)
  const method = exact ? ('exact' as const) : ('t' as const)
  if (n === 3 || Math.abs(rho) === 1) {
    const reason = n === 3 ? 'no interval from 3 pairs' : 'no interval around a perfect order'
    return { n, rho, p, method, lower: null, upper: null, reason }
  }
  const half = z * Math.sqrt((1 + (rho * rho) / 2) / (n - 3))
  const centre = Math.atanh(rho)
  return { n, rho, p, method, lower: Math.tanh(centre - half), upper: Math.tanh(centre + half), reason: null }
}

function tP(rho: number, n: number): number {
  if (Math.abs(rho) === 1) return 0
  return tTwoSided(rho * Math.sqrt((n - 2) / (1 - rho * rho)), n - 2)
}
