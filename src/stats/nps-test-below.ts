/**
 * Is the true NPS below a fixed threshold? One-sided test, exact up to 100 answers.
 *
 * Use it against a threshold that was fixed beforehand (the company row, or a stated minimum). Not against
 * the rest of the company, which is itself a sample: use nps-difference.ts.
 *
 * Formula: outcomes (d, a, p) are ordered by Z (nps-score-statistic.ts); p is the largest probability, over a
 * grid of 101 detractor shares q consistent with the threshold t, of an outcome with Z <= the observed Z.
 * Promoters' share is q + t, passives' 1 - 2q - t. Beyond 100 answers p = Φ(Z).
 * Source: exact unconditional test after Barnard 1947 with Tango's statistic; own enumeration shows its size
 * never exceeds the nominal level.
 *
 * Example: 60 detractors, 80 passives, 90 promoters against 0: Z = 2.449, p = Φ(2.449) = 0.9928.
 */
import { normalCdf } from './distributions/normal.ts'
import { requireThat } from './misuse.ts'
import { npsSize } from './nps-counts.ts'
import type { NpsCounts } from './nps-counts.ts'
import { npsScoreStatistic } from './nps-score-statistic.ts'
import { trinomialTail } from './trinomial-tail.ts'

export type NpsBelow =
  | { readonly z: number; readonly p: number; readonly method: 'exact' | 'score'; readonly reason: null }
  | { readonly z: null; readonly p: null; readonly method: 'undefined'; readonly reason: string }

const EXACT_UP_TO = 100
const GRID_STEPS = 100

/** `threshold` strictly between -1 and 1; counts are whole numbers. */
export function npsTestBelow(counts: NpsCounts, threshold: number): NpsBelow {
  requireThat(threshold > -1 && threshold < 1, `the threshold must lie between -1 and 1, got ${threshold}`)
  const n = npsSize(counts)
  if (n === 0) return { z: null, p: null, method: 'undefined', reason: 'no valid ratings' }
  const z = npsScoreStatistic(counts, threshold)
  if (n > EXACT_UP_TO) return { z, p: normalCdf(z), method: 'score', reason: null }
  const tail = trinomialTail(n, (outcome) => npsScoreStatistic(outcome, threshold) <= z + 1e-9)
  const low = Math.max(0, -threshold)
  const high = (1 - threshold) / 2
  let p = 0
  for (let k = 0; k <= GRID_STEPS; k++) {
    const q = low + ((high - low) * k) / GRID_STEPS
    p = Math.max(p, tail(q, q + threshold))
  }
  return { z, p: Math.min(1, p), method: 'exact', reason: null }
}
