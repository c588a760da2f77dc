// The three counts every NPS function works on. They may be real numbers where an effective sample is meant.
import { requireThat } from './misuse.ts'

export interface NpsCounts {
  readonly detractors: number
  readonly passives: number
  readonly promoters: number
}

/** Number of answers; throws unless all three counts are 0 or more. */
export function npsSize(counts: NpsCounts): number {
  const { detractors, passives, promoters } = counts
  requireThat(detractors >= 0 && passives >= 0 && promoters >= 0, 'NPS counts must be >= 0')
  return detractors + passives + promoters
}

/** (promoters - detractors) / n on -1 … 1; the caller makes sure that n > 0. */
export function npsOf(counts: NpsCounts): number {
  return (counts.promoters - counts.detractors) / npsSize(counts)
}
