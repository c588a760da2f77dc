/**
 * Share of deals won by each age when losing ends the waiting too: the Aalen-Johansen cumulative incidence.
 *
 * Use it for the age of open deals. Not Kaplan-Meier with lost deals censored, which pretends that a lost
 * deal could still be won and puts the 90 % point of winning far too late; not the ages of won deals alone,
 * which forgets the open ones and is too early in a growing pipeline.
 *
 * Formula: at each age with a win or a loss, CIF_won += S(just before) · won/at risk, and S *= 1 - (won +
 * lost)/at risk. Open deals leave the risk set at their age. Source: Aalen & Johansen 1978; Satagopan et al.
 * 2004.
 *
 * Example: 12 deals of which the first to close was won at 17 days: CIF_won(17) = 1/12.
 */
import { requireThat } from './misuse.ts'

export interface DealAge {
  /** days from creation to close, or to the as-of date when open */
  readonly time: number
  readonly status: 'won' | 'lost' | 'open'
  /** how many alike deals this stands for; 1 unless given */
  readonly count?: number
}

export interface IncidenceStep {
  readonly time: number
  /** at risk just before `time` */
  readonly atRisk: number
  readonly won: number
  readonly lost: number
  /** cumulative incidence: share won, lost by this age */
  readonly cifWon: number
  readonly cifLost: number
}

export interface Incidence {
  readonly n: number
  readonly won: number
  readonly lost: number
  /** one step per age with a win or a loss, ascending */
  readonly steps: readonly IncidenceStep[]
  readonly reason: string | null
}

export function aalenJohansen(deals: Iterable<DealAge>): Incidence {
  const byTime = new Map<number, { won: number; lost: number; open: number }>()
  const total = { won: 0, lost: 0, open: 0 }
  for (const { time, status, count = 1 } of deals) {
    requireThat(time >= 0 && count >= 0, `an age and its count must be >= 0, got ${time}, ${count}`)
    const at = byTime.get(time) ?? { won: 0, lost: 0, open: 0 }
    at[status] += count
    total[status] += count
    byTime.set(time, at)
  }
  const n = total.won + total.lost + total.open
  let atRisk = n
  let surviving = 1
  let cifWon = 0
  let cifLost = 0
  const steps: IncidenceStep[] = []
  for (const [time, { won, lost, open }] of [...byTime].sort(([a], [b]) => a - b)) {
    if (won + lost > 0) {
      cifWon += (surviving * won) / atRisk
      cifLost += (surviving * lost) / atRisk
      surviving *= 1 - (won + lost) / atRisk
      steps.push({ time, atRisk, won, lost, cifWon, cifLost })
    }
    atRisk -= won + lost + open
  }
  const reason = n === 0 ? 'no deals' : steps.length === 0 ? 'no closed deals' : null
  return { n, won: total.won, lost: total.lost, steps, reason }
}
