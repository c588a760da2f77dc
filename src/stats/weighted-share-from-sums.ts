/**
 * Share of money that carries a property, from three sums, with Wilson's interval at the effective sample
 * size.
 *
 * Use it for "price cost us 30 % of the lost value" when the sums come from SQL: Σ amount of the hits, Σ
 * amount, Σ amount², each over positive amounts of one currency. Print the share without a claim when `nEff`
 * < 5. Not across currencies.
 *
 * Formula: share = Σ hit / Σ all; Kish's n_eff = (Σ w)² / Σ w²; Wilson's interval of share · n_eff out of
 * n_eff.
 * Source: Kish 1965; design in the spirit of Franco, Little, Louis & Slud 2019.
 *
 * Example: amounts 3, 1 with the 3 hit: share 0.75, n_eff = 16/10 = 1.6.
 */
import type { Answer } from './answer.ts'
import { requireThat } from './misuse.ts'
import { wilsonInterval } from './wilson-interval.ts'

export interface WeightSums {
  /** number of positive amounts */
  readonly n: number
  /** Σ amount over the hits */
  readonly hitSum: number
  /** Σ amount */
  readonly sum: number
  /** Σ amount² */
  readonly sumOfSquares: number
}

export type WeightedShare = { readonly n: number } & Answer<{
  readonly share: number
  readonly nEff: number
  readonly lower: number
  readonly upper: number
}>

export function weightedShareFromSums(sums: WeightSums, confidence = 0.95): WeightedShare {
  const { n, hitSum, sum, sumOfSquares } = sums
  requireThat(hitSum >= 0 && sum >= 0 && sumOfSquares >= 0, 'sums of positive amounts cannot be negative')
  const nothing = { share: null, nEff: null, lower: null, upper: null }
  if (n === 0 || sum === 0) return { n, ...nothing, reason: 'no positive amounts' }
  // A hit sum that differs from the sum only by rounding is all of it.
  const share = Math.min(1, hitSum / sum)
  const nEff = (sum / sumOfSquares) * sum
  const wilson = wilsonInterval(share * nEff, nEff, confidence)
  return wilson.reason === null
    ? { n, share, nEff, lower: wilson.lower, upper: wilson.upper, reason: null }
    : { n, ...nothing, reason: wilson.reason }
}
