/**
 * Survey ratings to promoters, passives and detractors.
 *
 * Use it on answers to "how likely are you to recommend us?" on the 0 … 10 scale. Not for five-star or 1 … 10
 * satisfaction scores: the classes have no meaning there.
 *
 * Rule: 9-10 promoter, 7-8 passive, 0-6 detractor; anything that is not a whole number from 0 to 10 is
 * invalid, counted and left out. NPS = (promoters - detractors) / n, on -1 … 1. Source: F. Reichheld, HBR
 * 2003.
 *
 * Example: [10, 9, 8, 7, 6, 0] has 2 of each, so NPS 0.
 */
import type { NpsCounts } from './nps-counts.ts'
import { npsOf } from './nps-counts.ts'

export interface NpsClasses extends NpsCounts {
  /** ratings that are missing, fractional or out of range */
  readonly invalid: number
  /** valid ratings */
  readonly n: number
  /** null when there is no valid rating; `reason` says so */
  readonly nps: number | null
  readonly reason: string | null
}

export function classifyRatings(ratings: Iterable<number | null>): NpsClasses {
  let detractors = 0
  let passives = 0
  let promoters = 0
  let invalid = 0
  for (const rating of ratings) {
    if (rating === null || !Number.isInteger(rating) || rating < 0 || rating > 10) invalid += 1
    else if (rating >= 9) promoters += 1
    else if (rating >= 7) passives += 1
    else detractors += 1
  }
  const n = detractors + passives + promoters
  const nps = n === 0 ? null : npsOf({ detractors, passives, promoters })
  return { detractors, passives, promoters, invalid, n, nps, reason: n === 0 ? 'no valid ratings' : null }
}
