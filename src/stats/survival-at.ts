/**
 * Reads a Kaplan-Meier curve at a time: the last step at or before it, 1 before the first one.
 *
 * Use it for "not converted after 90 days". Beyond the last record the last value is carried forward and
 * `atRisk` is 0: then nobody was watched that long, so say so.
 *
 * Example: on the curve of kaplan-meier.ts, survivalAt(curve, 10).survival = 0.75 with 5 at risk.
 */
import type { SurvivalCurve } from './kaplan-meier.ts'

export interface SurvivalAt {
  readonly time: number
  /** at risk just before `time` */
  readonly atRisk: number
  /** null on an empty curve */
  readonly survival: number | null
  /** null on an empty curve and where nobody is left (survival 0) */
  readonly se: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly reason: string | null
}

export function survivalAt({ n, steps }: SurvivalCurve, time: number): SurvivalAt {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((steps[middle]?.time ?? Infinity) <= time) low = middle + 1
    else high = middle
  }
  const last = steps[low - 1]
  const atRisk = last?.time === time ? last.atRisk : (steps[low]?.atRisk ?? 0)
  if (n === 0)
    return { time, atRisk, survival: null, se: null, lower: null, upper: null, reason: 'no records' }
  if (last === undefined) return { time, atRisk, survival: 1, se: 0, lower: 1, upper: 1, reason: null }
  const { survival, se, lower, upper } = last
  return {
    time,
    atRisk,
    survival,
    se,
    lower,
    upper,
    reason: se === null ? 'nobody is left at this time' : null,
  }
}
