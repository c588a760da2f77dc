/**
 * Gross and net revenue retention of the customers one had at the start of a period.
 *
 * Use it on recurring revenue per customer at the start and at the end of a period, one currency. No
 * interval: these are all the customers, not a sample.
 *
 * Formula: base = customers with start > 0. GRR = Σ min(max(end, 0), start) / Σ start, never above 1; NRR = Σ
 * max(end, 0) / Σ start. Churned: end <= 0. A customer with start <= 0 < end is new (a reactivated one too)
 * and left out. A negative amount counts as 0 and is counted. Source: common definitions in subscription
 * reporting.
 *
 * Example: 100 -> 100, 200 -> 150, 300 -> 330: GRR 550/600 = 0.917, NRR 580/600 = 0.967.
 */
import type { Answer } from './answer.ts'

export interface RecurringRevenue {
  readonly start: number
  /** 0 when churned */
  readonly end: number
}

export type RevenueRetention = {
  /** customers left out because they had nothing at the start and something at the end */
  readonly excludedNew: number
  /** customers with a negative amount on either side */
  readonly negativeInputs: number
} & Answer<{
  readonly customers: number
  readonly startMrr: number
  readonly grr: number
  readonly nrr: number
  /** money lost with customers who left, lost from those who stayed, gained from those who stayed */
  readonly churn: number
  readonly contraction: number
  readonly expansion: number
  /** share of customers who left */
  readonly logoChurn: number
}>

export function revenueRetention(customers: Iterable<RecurringRevenue>): RevenueRetention {
  let base = 0
  let startMrr = 0
  let churned = 0
  let churn = 0
  let contraction = 0
  let expansion = 0
  let excludedNew = 0
  let negativeInputs = 0
  for (const { start, end } of customers) {
    if (start < 0 || end < 0) negativeInputs += 1
    if (start <= 0) {
      if (end > 0) excludedNew += 1
      continue
    }
    base += 1
    startMrr += start
    if (end <= 0) {
      churned += 1
      churn += start
    } else if (end < start) contraction += start - end
    else expansion += end - start
  }
  if (base === 0) {
    const nothing = { customers: null, startMrr: null, grr: null, nrr: null, logoChurn: null }
    const reason = 'no customer had revenue at the start'
    return {
      excludedNew,
      negativeInputs,
      ...nothing,
      churn: null,
      contraction: null,
      expansion: null,
      reason,
    }
  }
  const kept = startMrr - churn - contraction
  return {
    excludedNew,
    negativeInputs,
    customers: base,
    startMrr,
    grr: kept / startMrr,
    nrr: (kept + expansion) / startMrr,
    churn,
    contraction,
    expansion,
    logoChurn: churned / base,
    reason: null,
  }
}
