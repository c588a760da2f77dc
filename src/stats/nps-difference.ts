/**
 * Difference of two independent NPS, x minus y, with interval and one-sided p for "x is lower".
 *
 * Use it to compare an owner, team or product with the REST of the company (the entity itself taken out, else
 * the two samples overlap). Not for the same customers asked twice.
 *
 * Formula: MOVER, the interval of a difference made from the two score intervals (l, u) around e1 and e2: L =
 * e1 - e2 - √((e1 - l1)² + (u2 - e2)²), U = e1 - e2 + √((u1 - e1)² + (e2 - l2)²). The p-value inverts it: the
 * z at which U (or L, when x is ahead) reaches 0; p = Φ(-z) or Φ(z). Equal NPS: p = 1/2. |z| is searched up
 * to 8.
 * Source: Zou & Donner 2008 on Newcombe's idea 1998, with the score interval of nps-score-interval.ts.
 *
 * Example: x = 10/5/5, y = 30/50/120 (detractors/passives/promoters): difference -0.70 [-1.02, -0.31], p =
 * 0.00011.
 */
import type { Answer } from './answer.ts'
import { criticalValue } from './critical-value.ts'
import { normalCdf } from './distributions/normal.ts'
import { findRoot } from './find-root.ts'
import { npsSize } from './nps-counts.ts'
import type { NpsCounts } from './nps-counts.ts'
import { npsMoverLimits } from './nps-mover-limits.ts'

/** `diff`, `lower`, `upper` on -2 … 2; `pLess` is the one-sided p of H1: NPS x < NPS y. */
export type NpsDifference = Answer<{
  readonly diff: number
  readonly lower: number
  readonly upper: number
  readonly pLess: number
}>

const FARTHEST_Z = 8

export function npsDifference(x: NpsCounts, y: NpsCounts, confidence = 0.95): NpsDifference {
  const z = criticalValue(confidence)
  if (npsSize(x) === 0 || npsSize(y) === 0) {
    return { diff: null, lower: null, upper: null, pLess: null, reason: 'one side has no valid ratings' }
  }
  const { diff, lower, upper } = npsMoverLimits(x, y, z)
  return { diff, lower, upper, pLess: oneSidedP(x, y, diff), reason: null }
}

function oneSidedP(x: NpsCounts, y: NpsCounts, diff: number): number {
  if (diff === 0) return 0.5
  const isLess = diff < 0
  const limitAt = (z: number) => {
    const { lower, upper } = npsMoverLimits(x, y, z)
    return isLess ? upper : lower
  }
  const farthest = limitAt(FARTHEST_Z)
  const isBeyond = isLess ? farthest <= 0 : farthest >= 0
  const z = isBeyond ? FARTHEST_Z : findRoot(limitAt, 0, FARTHEST_Z)
  return normalCdf(isLess ? -z : z)
}
