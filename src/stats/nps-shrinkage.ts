/**
 * NPS per entity pulled towards the pool by what its number of answers is worth (empirical Bayes).
 *
 * Use it to ORDER owners, teams or products: raw NPS puts the smallest samples at both ends of any league
 * table. Not for a verdict and not as an interval to act on: it ignores the error in the estimated spread.
 * When `rankable` is false the entities do not differ detectably; print no league table.
 *
 * Formula: counts are Dirichlet-multinomial around the pool shares m. Moments: MSP = Σ n (p - m)² / (J - 1),
 * MSG = Σ n p (1 - p) / Σ (n - 1), nc = (N - Σ n²/N) / (J - 1), per class; theta = Σ (MSP - MSG) / Σ (MSP +
 * (nc-1) MSG), clamped to [0, 0.5]; A = (1 - theta)/theta answers' worth of pool are added to each entity:
 * alpha = x + A m. Shrunk NPS E = (alphaP - alphaD)/(n + A), variance ((alphaP + alphaD)/(n + A) - E²)/(n + A
 * + 1).
 * Source: Weir & Hill's moment estimator as in the R package dirmult; Mosimann 1962 for the moments.
 *
 * Example: see the first case of fixtures/reference/nps_shrink_dm.json: raw 0.80 from 10 answers becomes
 * 0.63.
 */
import { criticalValue } from './critical-value.ts'
import { npsOf, npsSize } from './nps-counts.ts'
import type { NpsCounts } from './nps-counts.ts'
import { weirTheta } from './weir-theta.ts'

export interface ShrunkNps {
  /** position in the list given: entities without answers are left out */
  readonly index: number
  readonly n: number
  readonly raw: number
  readonly shrunk: number
  readonly sd: number
  readonly lower: number
  readonly upper: number
}

export interface NpsShrinkage {
  /** share of variance between entities, before clamping; null when it cannot be estimated */
  readonly theta: number | null
  /** weight of the pool in answers; Infinity when entities do not differ detectably */
  readonly precision: number
  /** detractors, passives, promoters as shares of all answers; null without answers */
  readonly pool: readonly [number, number, number] | null
  readonly poolNps: number | null
  readonly rankable: boolean
  readonly entities: readonly ShrunkNps[]
  readonly reason: string | null
}

export function shrinkNps(counts: readonly NpsCounts[], confidence = 0.95): NpsShrinkage {
  const z = criticalValue(confidence)
  const kept = counts.map((c, index) => ({ c, index, n: npsSize(c) })).filter(({ n }) => n > 0)
  const total = kept.reduce((sum, { n }) => sum + n, 0)
  if (total === 0) {
    const nothing = { theta: null, pool: null, poolNps: null, rankable: false, entities: [] }
    return { ...nothing, precision: Infinity, reason: 'no valid ratings' }
  }
  const detractors = kept.reduce((sum, { c }) => sum + c.detractors, 0) / total
  const promoters = kept.reduce((sum, { c }) => sum + c.promoters, 0) / total
  const passives = kept.reduce((sum, { c }) => sum + c.passives, 0) / total
  const poolNps = promoters - detractors
  const theta = weirTheta(kept.map(({ c }) => [c.detractors, c.passives, c.promoters]))
  const clamped = Math.min(Math.max(theta ?? 0, 0), 0.5)
  const precision = clamped > 0 ? (1 - clamped) / clamped : Infinity
  const entities = kept.map(({ c, index, n }) => {
    const raw = npsOf(c)
    if (precision === Infinity)
      return { index, n, raw, shrunk: poolNps, sd: 0, lower: poolNps, upper: poolNps }
    const weight = n + precision
    const up = (c.promoters + precision * promoters) / weight
    const down = (c.detractors + precision * detractors) / weight
    const shrunk = up - down
    const sd = Math.sqrt(Math.max(0, up + down - shrunk * shrunk) / (weight + 1))
    return {
      index,
      n,
      raw,
      shrunk,
      sd,
      lower: Math.max(-1, shrunk - z * sd),
      upper: Math.min(1, shrunk + z * sd),
    }
  })
  const reason = precision === Infinity ? 'no detectable differences between the entities' : null
  const pool = [detractors, passives, promoters] as const
  return { theta, precision, pool, poolNps, rankable: reason === null, entities, reason }
}
