/**
 * How long until something happens, when some have not got there yet: the Kaplan-Meier curve.
 *
 * Use it for lags (lead to conversion, loss to win-back, touch to confirmation) with records that are still
 * open: an open record counts as "not yet after this many days". Not when a second outcome ends the waiting
 * for good: aalen-johansen.ts.
 *
 * Formula: S(t) = Π over event times t_i <= t of (1 - d_i/n_i), n_i at risk just before t_i. Greenwood: se =
 * S √(Σ d_i / (n_i (n_i - d_i))). Interval on the log-log scale: S^exp(±z se / (S |ln S|)). Where S = 1 both
 * limits are 1, where S = 0 se and limits are null. Source: Kaplan & Meier 1958; R's survival::survfit.
 *
 * Example: times 5 8 8+ 12 20+ 25 25+ 30+ (+ not yet): S(5) = 7/8, S(8) = 6/8, S(12) = 6/10.
 */
import { criticalValue } from './critical-value.ts'
import { requireThat } from './misuse.ts'

export interface Waiting {
  /** days waited, >= 0 */
  readonly time: number
  /** true when it happened then, false when the record ends there */
  readonly event: boolean
  /** how many alike records this stands for; 1 unless given */
  readonly count?: number
}

export interface SurvivalStep {
  readonly time: number
  /** at risk just before `time` */
  readonly atRisk: number
  readonly events: number
  readonly survival: number
  readonly se: number | null
  readonly lower: number | null
  readonly upper: number | null
}

export interface SurvivalCurve {
  readonly n: number
  readonly events: number
  /** one step per time with an event or an end of record, ascending */
  readonly steps: readonly SurvivalStep[]
  readonly reason: string | null
}

export function kaplanMeier(records: Iterable<Waiting>, confidence = 0.95): SurvivalCurve {
  const z = criticalValue(confidence)
  const byTime = new Map<number, { ends: number; events: number }>()
  let n = 0
  let allEvents = 0
  for (const { time, event, count = 1 } of records) {
    requireThat(time >= 0 && count >= 0, `a waiting time and its count must be >= 0, got ${time}, ${count}`)
    if (count === 0) continue
    const at = byTime.get(time) ?? { ends: 0, events: 0 }
    at.ends += count
    if (event) at.events += count
    byTime.set(time, at)
    n += count
    if (event) allEvents += count
  }
  const times = [...byTime].sort(([a], [b]) => a - b)
  let atRisk = n
  let survival = 1
  let greenwood = 0
  const steps: SurvivalStep[] = []
  for (const [time, { ends, events }] of times) {
    const before = atRisk
    atRisk -= ends
    if (events > 0) {
      survival = events === before ? 0 : survival * (1 - events / before)
      greenwood += events / (before * (before - events))
    }
    steps.push({ time, atRisk: before, events, survival, ...limits(survival, greenwood, z) })
  }
  return { n, events: allEvents, steps, reason: n === 0 ? 'no records' : null }
}

function limits(
  survival: number,
  greenwood: number,
  z: number,
): { se: number | null; lower: number | null; upper: number | null } {
  if (survival === 1) return { se: 0, lower: 1, upper: 1 }
  if (survival === 0) return { se: null, lower: null, upper: null }
  const root = Math.sqrt(greenwood)
  const spread = Math.exp((z * root) / Math.abs(Math.log(survival)))
  return { se: survival * root, lower: survival ** spread, upper: survival ** (1 / spread) }
}
