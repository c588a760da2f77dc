/**
 * Mann-Kendall test: does a series rise or fall over time, whatever its shape?
 *
 * Use it as a robustness line. Not as a verdict on monthly series: serial correlation makes it call trends
 * that are none, and a season hides or fakes one (seasonal-mann-kendall.ts).
 *
 * Formula: S = Σ sign(y_j - y_i) over i < j; variance with ties (tie-variance.ts); z = (S - sign S)/√Var S, 0
 * when the variance is 0; tau-b = S / √(pairs · pairs without ties in y). Source: Mann 1945, Kendall 1975.
 *
 * Example: 1 2 3 4 5: S = 10, Var 16.67, z = 2.2045, p = 0.0275.
 */
import { normalCdf, normalUpperTail } from './distributions/normal.ts'
import { kendallScore } from './kendall-score.ts'
import { varianceOfKendallS } from './tie-variance.ts'

export type MannKendall = { readonly n: number } & (
  | {
      readonly s: number
      readonly varS: number
      readonly z: number
      /** two-sided, falling, rising */
      readonly p: number
      readonly pLess: number
      readonly pGreater: number
      /** null when all values are tied; `reason` says so */
      readonly tau: number | null
      readonly reason: string | null
    }
  | {
      readonly s: null
      readonly varS: null
      readonly z: null
      readonly p: null
      readonly pLess: null
      readonly pGreater: null
      readonly tau: null
      readonly reason: string
    }
)

export function mannKendall(y: readonly number[]): MannKendall {
  const n = y.length
  if (n < 3) {
    const nothing = { s: null, varS: null, z: null, p: null, pLess: null, pGreater: null, tau: null }
    return { n, ...nothing, reason: 'fewer than 3 points' }
  }
  const s = kendallScore(y)
  const varS = varianceOfKendallS(y)
  const z = varS > 0 ? (s - Math.sign(s)) / Math.sqrt(varS) : 0
  const ties = new Map<number, number>()
  for (const value of y) ties.set(value, (ties.get(value) ?? 0) + 1)
  const pairs = (n * (n - 1)) / 2
  const untied = pairs - [...ties.values()].reduce((sum, t) => sum + (t * (t - 1)) / 2, 0)
  const tau = untied > 0 ? s / Math.sqrt(pairs * untied) : null
  const p = Math.min(1, 2 * normalCdf(-Math.abs(z)))
  const reason = tau === null ? 'all values are the same' : null
  return { n, s, varS, z, p, pLess: normalCdf(z), pGreater: normalUpperTail(z), tau, reason }
}
