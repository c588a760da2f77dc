/**
 * Compound growth per period between a first and a last value (CAGR).
 *
 * Use it as a label only: it looks at two points and ignores everything between. For a trend,
 * monthly-growth.ts.
 *
 * Formula: (last / first)^(1 / periods) - 1; undefined for first <= 0, last < 0 or periods <= 0.
 *
 * Example: 100 to 200 in 12 periods: 0.0595.
 */
import type { Answer } from './answer.ts'

export function compoundGrowth(
  first: number,
  last: number,
  periods: number,
): Answer<{ readonly growth: number }> {
  if (first <= 0) return { growth: null, reason: 'the first value is not above 0' }
  if (last < 0) return { growth: null, reason: 'the last value is below 0' }
  if (periods <= 0) return { growth: null, reason: 'no time has passed' }
  return { growth: (last / first) ** (1 / periods) - 1, reason: null }
}
