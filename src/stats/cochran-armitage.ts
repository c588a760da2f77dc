/**
 * Cochran-Armitage test: do shares rise or fall steadily from one month to the next?
 *
 * Use it as a plain second opinion on matured cohorts. Never as the verdict: any noise between months beyond
 * the binomial, and any season, makes it call trends that are none.
 *
 * Formula: scores 1 … k, months without cases left out (their score stays). With p = Σx/N, mean score
 * weighted by n: z = Σ (score - mean)(x - n p) / √(p (1 - p) Σ n (score - mean)²). Source: Cochran 1954,
 * Armitage 1955.
 *
 * Example: 30 25 20 15 10 of 100 each: z = -3.953, one-sided p for falling 0.0000386.
 */
import type { Answer } from './answer.ts'
import { normalCdf, normalUpperTail } from './distributions/normal.ts'
import { requireThat } from './misuse.ts'

export type CochranArmitage = Answer<{
  /** below 0 when the share falls */
  readonly z: number
  readonly p: number
  readonly pLess: number
  readonly pGreater: number
}>

export function cochranArmitage(x: readonly number[], n: readonly number[]): CochranArmitage {
  requireThat(x.length === n.length, 'cochranArmitage needs lists of the same length')
  const months = n.flatMap((cases, i) => (cases > 0 ? [{ cases, hits: x[i] ?? 0, score: i + 1 }] : []))
  requireThat(
    months.every(({ hits, cases }) => hits >= 0 && hits <= cases),
    'hits must lie between 0 and the number of cases',
  )
  const total = months.reduce((sum, { cases }) => sum + cases, 0)
  const hits = months.reduce((sum, month) => sum + month.hits, 0)
  const nothing = { z: null, p: null, pLess: null, pGreater: null }
  if (months.length < 2) return { ...nothing, reason: 'fewer than 2 months with cases' }
  if (hits === 0 || hits === total) return { ...nothing, reason: 'nobody or everybody is a hit' }
  const share = hits / total
  const mean = months.reduce((sum, { cases, score }) => sum + cases * score, 0) / total
  const moved = months.reduce(
    (sum, month) => sum + (month.score - mean) * (month.hits - month.cases * share),
    0,
  )
  const spread = months.reduce((sum, { cases, score }) => sum + cases * (score - mean) ** 2, 0)
  const z = moved / Math.sqrt(share * (1 - share) * spread)
  return {
    z,
    p: Math.min(1, 2 * normalCdf(-Math.abs(z))),
    pLess: normalCdf(z),
    pGreater: normalUpperTail(z),
    reason: null,
  }
}
