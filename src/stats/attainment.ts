/**
 * Attainment of a target: booked / target, and whether it was hit.
 *
 * Use it per owner, team, product or company and period. `booked` is the sum of won amounts closed in the
 * period, negative credit notes included, in the currency of the target. Not for a sum of lower targets:
 * judge a level only where a target of that level exists.
 *
 * Rule: hit when booked >= target - 1e-9 |target| (so that sums of cents do not miss by rounding). A target
 * of 0 or less is no target; a missing number on either side leaves the question open.
 *
 * Example: booked 120, target 100 gives attainment 1.2, hit.
 */
export type Attainment =
  | { readonly status: 'ok'; readonly attainment: number; readonly hit: boolean; readonly reason: null }
  | {
      readonly status: 'no-target' | 'missing'
      readonly attainment: null
      readonly hit: null
      readonly reason: string
    }

export function attainmentOf(booked: number | null, target: number | null): Attainment {
  if (booked === null || target === null) {
    const reason = target === null ? 'no target given' : 'no booked amount given'
    return { status: 'missing', attainment: null, hit: null, reason }
  }
  if (target <= 0)
    return { status: 'no-target', attainment: null, hit: null, reason: 'the target is not above 0' }
  const hit = booked >= target - 1e-9 * Math.abs(target)
  return { status: 'ok', attainment: booked / target, hit, reason: null }
}
