/**
 * How far two mixes are apart (population stability index), and how far chance alone would put them.
 *
 * Use it on counts per product or class in two periods. Not with the popular fixed bars of 0.10 and 0.25:
 * with few cases chance alone passes them nearly always, so compare with `critical`.
 *
 * Formula: PSI = Σ (q - p) ln(q/p) over bins with a count in either period; 0.5 is added to every bin if any
 * has a zero on one side. critical = chi²(B-1, 1-alpha) · (1/N + 1/M). Source: Yurdakul & Naranjo 2020, J.
 * Risk Model Validation.
 *
 * Example: [100, 200, 300] and [120, 180, 310]: PSI 0.0098, critical 0.0198.
 */
import type { Answer } from './answer.ts'
import { chiSquareQuantile } from './distributions/chi-square.ts'
import { requireThat } from './misuse.ts'

export type PopulationStability = Answer<{
  readonly psi: number
  /** bins with a count in at least one period */
  readonly bins: number
  readonly smoothed: boolean
  /** the PSI that chance exceeds with probability `alpha` */
  readonly critical: number
  /** the PSI that chance gives on average */
  readonly expectedNull: number
}>

export function populationStability(
  base: readonly number[],
  current: readonly number[],
  alpha = 0.05,
): PopulationStability {
  requireThat(base.length === current.length, 'populationStability needs lists of the same length')
  requireThat(alpha > 0 && alpha < 1, `alpha must lie between 0 and 1, got ${alpha}`)
  const pairs = base.map((count, i) => [count, current[i] ?? 0] as const).filter(([p, q]) => p > 0 || q > 0)
  requireThat(
    pairs.every(([p, q]) => p >= 0 && q >= 0),
    'counts must be >= 0',
  )
  const nothing = { psi: null, bins: null, smoothed: null, critical: null, expectedNull: null }
  const baseSize = pairs.reduce((sum, [p]) => sum + p, 0)
  const currentSize = pairs.reduce((sum, [, q]) => sum + q, 0)
  if (baseSize === 0 || currentSize === 0) return { ...nothing, reason: 'one of the periods is empty' }
  if (pairs.length < 2) return { ...nothing, reason: 'fewer than 2 bins' }
  const smoothed = pairs.some(([p, q]) => p === 0 || q === 0)
  const extra = smoothed ? 0.5 : 0
  const psi = pairs.reduce((sum, [p, q]) => {
    const before = (p + extra) / (baseSize + extra * pairs.length)
    const after = (q + extra) / (currentSize + extra * pairs.length)
    return sum + (after - before) * Math.log(after / before)
  }, 0)
  const spread = 1 / baseSize + 1 / currentSize
  const df = pairs.length - 1
  const critical = chiSquareQuantile(1 - alpha, df) * spread
  return { psi, bins: pairs.length, smoothed, critical, expectedNull: df * spread, reason: null }
}
