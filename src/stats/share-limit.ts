/**
 * Does a share lie beyond a limit it should keep: too many (or too few) of n?
 *
 * Use it for rules of conduct: debriefs held, follow-ups in time, incentives paid early. `direction` says on
 * which side of the limit the trouble lies. For many owners or segments at once, share-limit-family.ts.
 *
 * Rule: insufficient when n < 20; problem when the one-sided 95 % Wilson bound lies beyond the limit and the
 * share exceeds it by 5 points or more; watch when only the share itself lies beyond; else ok. p is the
 * one-sided score test that the bound inverts, z = (share - limit) / √(limit (1 - limit)/n). Source: E. B.
 * Wilson 1927.
 *
 * Example: 40 of 100 against at most 0.25: bound 0.323, problem, p = 0.00027.
 */
import type { Answer } from './answer.ts'
import { normalUpperTail } from './distributions/normal.ts'
import { requireThat } from './misuse.ts'
import { wilsonInterval } from './wilson-interval.ts'

export interface ShareLimitInput {
  readonly x: number
  readonly n: number
  /** on 0 … 1 */
  readonly limit: number
  /** 'above': more than the limit is bad; 'below': less than the limit is bad */
  readonly direction: 'above' | 'below'
}

export interface ShareLimitOptions {
  readonly minN?: number
  /** smallest excess that makes a problem, as a share */
  readonly minExcess?: number
  /** one-sided */
  readonly confidence?: number
}

export type ShareLimit = {
  readonly n: number
  readonly verdict: 'problem' | 'watch' | 'ok' | 'insufficient'
} & Answer<{
  readonly share: number
  /** one-sided bound on the side of the limit */
  readonly bound: number
  /** how far the share lies beyond the limit; negative when it keeps it */
  readonly excess: number
  readonly p: number
}>

export function shareLimit(
  { x, n, limit, direction }: ShareLimitInput,
  options: ShareLimitOptions = {},
): ShareLimit {
  const { minN = 20, minExcess = 0.05, confidence = 0.95 } = options
  requireThat(limit >= 0 && limit <= 1, `the limit must lie between 0 and 1, got ${limit}`)
  requireThat(confidence > 0.5 && confidence < 1, `confidence must lie between 0.5 and 1, got ${confidence}`)
  const wilson = wilsonInterval(x, n, 2 * confidence - 1)
  if (wilson.reason !== null) {
    return {
      n,
      verdict: 'insufficient',
      share: null,
      bound: null,
      excess: null,
      p: null,
      reason: wilson.reason,
    }
  }
  const { share } = wilson
  const isAbove = direction === 'above'
  const bound = isAbove ? wilson.lower : wilson.upper
  const excess = isAbove ? share - limit : limit - share
  const isBeyond = isAbove ? bound > limit : bound < limit
  const isLarge = excess >= minExcess - 1e-12
  const verdict = n < minN ? 'insufficient' : isBeyond && isLarge ? 'problem' : excess > 0 ? 'watch' : 'ok'
  return { n, verdict, share, bound, excess, p: scoreP(excess, limit, n), reason: null }
}

function scoreP(excess: number, limit: number, n: number): number {
  const spread = Math.sqrt((limit * (1 - limit)) / n)
  if (spread > 0) return normalUpperTail(excess / spread)
  return excess > 0 ? 0 : 1
}
