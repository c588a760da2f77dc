/**
 * Median: half of the values lie below, half above.
 *
 * Use it for a typical value where a few large ones would pull the mean. Undefined for no values.
 * Source: simple-statistics, `median`. Example: median of 1, 2, 10 is 2.
 */
import { median as medianOf } from 'simple-statistics'
import type { Answer } from './answer.ts'

export function median(values: readonly number[]): Answer<{ readonly median: number }> {
  if (values.length === 0) return { median: null, reason: 'no values' }
  return { median: medianOf([...values]), reason: null }
}
