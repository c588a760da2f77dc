/**
 * Mean and sample standard deviation (divisor n - 1) of a list of values.
 *
 * Use them for symmetric measures. Without values both are undefined; with one value only the mean exists.
 * Source: simple-statistics, `mean` and `sampleStandardDeviation` (accurate on NIST's NumAcc and Michelso
 * sets).
 * Example: 10000001, 10000003, 10000002: mean 10000002, sd 1.
 */
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { isConstant } from './constant.ts'

export interface MeanAndSd {
  readonly n: number
  readonly mean: number | null
  readonly sd: number | null
  readonly reason: string | null
}

export function meanAndSd(values: readonly number[]): MeanAndSd {
  const n = values.length
  if (n === 0) return { n, mean: null, sd: null, reason: 'no values' }
  if (n === 1) return { n, mean: mean([...values]), sd: null, reason: 'no spread in a single value' }
  const [first = 0] = values
  if (isConstant(values)) return { n, mean: first, sd: 0, reason: null }
  return { n, mean: mean([...values]), sd: sampleStandardDeviation([...values]), reason: null }
}
