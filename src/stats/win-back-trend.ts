/**
 * Are fewer lost deals won back than before? Rate of the newer half of the time against the older half.
 *
 * Use it as the verdict on a win-back programme: one-sided, 0.05. Not the share won back so far of new and
 * old losses, which alarms on its own because the new ones had less time.
 *
 * Formula: the losses are split at the middle of the days between the first and the last loss; z = (newer -
 * older) / √(se² + se²) with Greenwood's errors of win-back-rate.ts; pLess = Φ(z). Source: Klein &
 * Moeschberger 2003, ch. 7.
 *
 * Example: equal rates on both sides give z = 0, pLess = 0.5.
 */
import type { Answer } from './answer.ts'
import { normalCdf } from './distributions/normal.ts'
import type { Waiting } from './kaplan-meier.ts'
import { winBackRate } from './win-back-rate.ts'
import type { WinBackRate } from './win-back-rate.ts'

export interface Loss extends Waiting {
  /** day number of the loss; any scale of whole days */
  readonly lostOn: number
}

export type WinBackTrend = {
  readonly older: WinBackRate | null
  readonly newer: WinBackRate | null
} & Answer<{
  /** newer rate minus older rate */
  readonly change: number
  readonly z: number
  /** one-sided p of H1: the newer rate is lower */
  readonly pLess: number
}>

export function winBackTrend(losses: Iterable<Loss>, days = 180): WinBackTrend {
  const all = [...losses]
  const nothing = { change: null, z: null, pLess: null }
  let first = Infinity
  let last = -Infinity
  for (const { lostOn } of all) {
    first = Math.min(first, lostOn)
    last = Math.max(last, lostOn)
  }
  if (!(last > first)) return { older: null, newer: null, ...nothing, reason: 'all losses are on one day' }
  const middle = (first + last) / 2
  const older = winBackRate(
    all.filter(({ lostOn }) => lostOn <= middle),
    days,
  )
  const newer = winBackRate(
    all.filter(({ lostOn }) => lostOn > middle),
    days,
  )
  if (older.reason !== null || newer.reason !== null) {
    return { older, newer, ...nothing, reason: older.reason ?? newer.reason ?? '' }
  }
  const se = Math.hypot(older.se, newer.se)
  if (se === 0) return { older, newer, ...nothing, reason: 'nothing was won back in either half' }
  const change = newer.rate - older.rate
  return { older, newer, change, z: change / se, pLess: normalCdf(change / se), reason: null }
}
