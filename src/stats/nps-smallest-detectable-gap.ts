/**
 * How far below the rest of the company an entity's NPS must come out before n answers can call it lower.
 *
 * Use it to say what the survey volume can and cannot find ("with 10 answers only gaps of 42 points show").
 * Not as a margin of error of a particular entity: that is its interval.
 *
 * Formula: the entity is given the rest's passive share and promoters are moved to detractors until the
 * one-sided p of nps-difference.ts falls to `alpha`. Null when even all movable promoters are not enough, or
 * when n or the rest is 0. A true gap of this size is found about half of the time.
 *
 * Example: 100 answers against a rest of 20/30/50 per hundred of 1,000 answers, alpha 0.05: a gap of 0.137,
 * 14 points.
 */
import type { Answer } from './answer.ts'
import { normalQuantile } from './distributions/normal.ts'
import { findRoot } from './find-root.ts'
import { requireThat } from './misuse.ts'
import { npsSize } from './nps-counts.ts'
import type { NpsCounts } from './nps-counts.ts'
import { npsMoverLimits } from './nps-mover-limits.ts'

/** `gap` on 0 … 2, a distance between two NPS. */
export function npsSmallestDetectableGap(
  n: number,
  rest: NpsCounts,
  alpha = 0.05,
): Answer<{ readonly gap: number }> {
  requireThat(n >= 0, `n must be >= 0, got ${n}`)
  requireThat(alpha > 0 && alpha < 0.5, `alpha must lie between 0 and 0.5, got ${alpha}`)
  const total = npsSize(rest)
  if (n === 0 || total === 0) return { gap: null, reason: 'one side has no valid ratings' }
  const detractors = rest.detractors / total
  const promoters = rest.promoters / total
  const shifted = (gap: number): NpsCounts => ({
    detractors: n * (detractors + gap / 2),
    passives: n * Math.max(0, 1 - detractors - promoters),
    promoters: n * Math.max(0, promoters - gap / 2),
  })
  const z = -normalQuantile(alpha)
  // The p falls to alpha where the upper limit at this z falls to 0.
  const upperAt = (gap: number) => npsMoverLimits(shifted(gap), rest, z).upper
  const widest = 2 * promoters
  if (upperAt(widest) > 0) return { gap: null, reason: 'no gap is large enough to show with so few answers' }
  return { gap: findRoot(upperAt, 0, widest), reason: null }
}
