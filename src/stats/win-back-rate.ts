/**
 * Share of lost deals won back within a number of days, with records still running.
 *
 * Use it for deals lost and perhaps reopened and won; a loss not won back so far counts as watched until the
 * as-of date. Not the plain share won back so far, which makes the newest losses look worst.
 *
 * Formula: 1 - S(days) of Kaplan-Meier with its log-log limits; without any win-back 0, with Wilson's
 * interval of 0 out of the deals still watched at that time. Source: kaplan-meier.ts, wilson-interval.ts.
 *
 * Example: 4 losses watched 200 days, one won back on day 30: rate 0.25.
 */
import type { Answer } from './answer.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import type { Waiting } from './kaplan-meier.ts'
import { survivalAt } from './survival-at.ts'
import { wilsonInterval } from './wilson-interval.ts'

export type WinBackRate = { readonly n: number; readonly events: number; readonly atRisk: number } & Answer<{
  readonly rate: number
  readonly lower: number
  readonly upper: number
  /** Greenwood; 0 without any win-back */
  readonly se: number
}>

export function winBackRate(losses: Iterable<Waiting>, days = 180, confidence = 0.95): WinBackRate {
  const curve = kaplanMeier(losses, confidence)
  const { survival, se, lower, upper, atRisk } = survivalAt(curve, days)
  const base = { n: curve.n, events: curve.events, atRisk }
  const nothing = { rate: null, lower: null, upper: null, se: null }
  if (survival === null) return { ...base, ...nothing, reason: 'no lost deals' }
  if (survival === 1) {
    const wilson = wilsonInterval(0, atRisk, confidence)
    if (wilson.reason !== null) return { ...base, ...nothing, reason: `no deal was watched for ${days} days` }
    return { ...base, rate: 0, lower: 0, upper: wilson.upper, se: 0, reason: null }
  }
  if (se === null || lower === null || upper === null) {
    return { ...base, ...nothing, reason: 'every deal watched was won back' }
  }
  return { ...base, rate: 1 - survival, lower: 1 - upper, upper: 1 - lower, se, reason: null }
}
