/**
 * Median absolute deviation: the median distance of the values from their median.
 *
 * Use it for spread when a few values may be wrong. Not comparable with a standard deviation unless times
 * 1.4826.
 * Source: simple-statistics, `medianAbsoluteDeviation`. Example: 1, 1, 2, 2, 4, 6, 9 gives 1.
 */
import { medianAbsoluteDeviation as madOf } from 'simple-statistics'
import type { Answer } from './answer.ts'

export function medianAbsoluteDeviation(values: readonly number[]): Answer<{ readonly deviation: number }> {
  if (values.length === 0) return { deviation: null, reason: 'no values' }
  return { deviation: madOf([...values]), reason: null }
}
