/**
 * Quantile p of a list of values by linear interpolation at position (n - 1) p (type 7 of Hyndman & Fan).
 *
 * Use it for plain lists. Not for waiting times with open records: survival-quantile.ts. Undefined for no
 * values.
 * Source: simple-statistics, `quantile`; the same as R's default. Example: 1, 2, 3, 4 at 0.25: 1.75.
 */
import { quantile as quantileOf } from 'simple-statistics'
import type { Answer } from './answer.ts'
import { requireThat } from './misuse.ts'

export function quantile(values: readonly number[], p: number): Answer<{ readonly quantile: number }> {
  requireThat(p >= 0 && p <= 1, `quantile needs 0 <= p <= 1, got ${p}`)
  if (values.length === 0) return { quantile: null, reason: 'no values' }
  return { quantile: quantileOf([...values], p), reason: null }
}
