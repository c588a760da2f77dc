/**
 * Difference of two independent NPS with the limits that MOVER gives at z standard errors.
 *
 * Use it inside nps-difference.ts, which has formula and source, and wherever a limit at a given z is enough.
 *
 * Example: at z = 0 both limits are the difference itself.
 */
import { npsOf } from './nps-counts.ts'
import type { NpsCounts } from './nps-counts.ts'
import { npsScoreLimits } from './nps-score-limits.ts'

export function npsMoverLimits(
  x: NpsCounts,
  y: NpsCounts,
  z: number,
): { readonly diff: number; readonly lower: number; readonly upper: number } {
  const e1 = npsOf(x)
  const e2 = npsOf(y)
  const first = npsScoreLimits(x, z)
  const second = npsScoreLimits(y, z)
  const diff = e1 - e2
  return {
    diff,
    lower: diff - Math.hypot(e1 - first.lower, second.upper - e2),
    upper: diff + Math.hypot(first.upper - e1, e2 - second.lower),
  }
}
