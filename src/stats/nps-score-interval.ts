/**
 * Net Promoter Score with its score interval.
 *
 * Use it for every NPS that is shown, from one answer up: it stays inside -1 … 1 and keeps its promise in
 * small samples (worst coverage of the nominal 95 % is .92 at n = 5, where the usual formula has .65). Not
 * for answers of a whole population, where there is nothing to infer.
 *
 * Formula: see nps-score-statistic.ts; the limits are the t with Z(t) = ±z.
 * Source: Tango 1998, May & Johnson 1997; called "iterative" in Rocks, The American Statistician 2016.
 *
 * Example: 0 detractors, 0 passives, 1 promoter: NPS 1, 95 % interval [-0.587, 1].
 */
import type { Answer } from './answer.ts'
import { criticalValue } from './critical-value.ts'
import { npsOf, npsSize } from './nps-counts.ts'
import type { NpsCounts } from './nps-counts.ts'
import { npsScoreLimits } from './nps-score-limits.ts'

/** All three on -1 … 1. */
export type NpsInterval = { readonly n: number } & Answer<{
  readonly nps: number
  readonly lower: number
  readonly upper: number
}>

export function npsScoreInterval(counts: NpsCounts, confidence = 0.95): NpsInterval {
  const n = npsSize(counts)
  const z = criticalValue(confidence)
  if (n === 0) return { n, nps: null, lower: null, upper: null, reason: 'no valid ratings' }
  return { n, nps: npsOf(counts), ...npsScoreLimits(counts, z), reason: null }
}
