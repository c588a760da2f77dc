/**
 * Mann-Kendall test within each month of the year, added up: a trend despite a season.
 *
 * Use it as a robustness line on monthly series of two years or more. Not as a verdict: serial correlation
 * remains.
 *
 * Formula: S and Var S summed over the seasons (first value = first season); z = (S - sign S)/√Var S.
 * Source: Hirsch, Slack & Smith 1982, Water Resources Research 18:107.
 *
 * Example: two years in which every month is above the year before: S = 12, Var 12, z = 11/√12 = 3.18.
 */
import type { Answer } from './answer.ts'
import { normalCdf, normalUpperTail } from './distributions/normal.ts'
import { kendallScore } from './kendall-score.ts'
import { requireThat } from './misuse.ts'
import { varianceOfKendallS } from './tie-variance.ts'

export type SeasonalMannKendall = Answer<{
  readonly s: number
  readonly varS: number
  readonly z: number
  readonly p: number
  readonly pLess: number
  readonly pGreater: number
}>

export function seasonalMannKendall(y: readonly number[], period = 12): SeasonalMannKendall {
  requireThat(Number.isInteger(period) && period >= 1, `period must be a whole number >= 1, got ${period}`)
  let s = 0
  let varS = 0
  for (let season = 0; season < period; season++) {
    const values = y.filter((_, i) => i % period === season)
    s += kendallScore(values)
    varS += varianceOfKendallS(values)
  }
  if (varS === 0) {
    const nothing = { s: null, varS: null, z: null, p: null, pLess: null, pGreater: null }
    return {
      ...nothing,
      reason: y.length <= period ? 'no season has two values' : 'all values of a season are the same',
    }
  }
  const z = (s - Math.sign(s)) / Math.sqrt(varS)
  const p = Math.min(1, 2 * normalCdf(-Math.abs(z)))
  return { s, varS, z, p, pLess: normalCdf(z), pGreater: normalUpperTail(z), reason: null }
}
