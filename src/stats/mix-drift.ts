/**
 * Has the mix (of products, of sources) drifted between two periods?
 *
 * Use it on counts of deals per bin. Not on money, where one large deal is not many.
 *
 * Rule: drift when PSI is above its critical value, at least 0.10, and the chi-square test of the two rows
 * has p <= 0.05. Source: population-stability.ts and chi-square-table.ts.
 *
 * Example: [100, 200, 300] and [120, 180, 310]: no drift.
 */
import type { Answer } from './answer.ts'
import { chiSquareTable } from './chi-square-table.ts'
import { populationStability } from './population-stability.ts'

export type MixDrift = Answer<{
  readonly psi: number
  readonly critical: number
  readonly chiSquareP: number
  readonly drift: boolean
}>

export function mixDrift(base: readonly number[], current: readonly number[], minPsi = 0.1): MixDrift {
  const stability = populationStability(base, current)
  const test = chiSquareTable([base, current])
  if (stability.reason !== null || test.reason !== null) {
    const reason = stability.reason ?? test.reason ?? ''
    return { psi: null, critical: null, chiSquareP: null, drift: null, reason }
  }
  const { psi, critical } = stability
  const drift = psi > critical && psi >= minPsi && test.p <= 0.05
  return { psi, critical, chiSquareP: test.p, drift, reason: null }
}
