/**
 * Ratio of two independent shares, (x1/n1) / (x2/n2), with the MOVER-R interval: the lift of a segment over
 * the rest.
 *
 * Use it for "price is named twice as often in this segment". The rest must not contain the segment. Not when
 * both shares are 0: then there is no ratio.
 *
 * Formula: with Wilson limits l, u: lower = (p1 p2 - √((p1 p2)² - l1 u2 (2p1 - l1)(2p2 - u2))) / (u2 (2p2 -
 * u2)), upper likewise with u1, l2 and a plus. x1 = 0: lower 0. x2 = 0: ratio and upper are Infinity.
 * Source: Donner & Zou 2012; Fagerland, Lydersen & Laake 2015; R package ratesci.
 *
 * Example: 56/70 against 48/80: ratio 1.333, 95 % interval [1.078, 1.663].
 */
import type { Undefined } from './answer.ts'
import { wilsonInterval } from './wilson-interval.ts'

interface Ratio {
  readonly ratio: number
  readonly lower: number
  readonly upper: number
}

/**
 * `ratio` and `upper` are Infinity when the second share is 0: say "never in the rest", do not print the
 * number. When both shares are 0 only the ratio is null; the limits are 0 and Infinity: everything is
 * possible.
 */
export type ShareRatio =
  | (Ratio & { readonly reason: null })
  | (Omit<Ratio, 'ratio'> & { readonly ratio: null; readonly reason: string })
  | Undefined<Ratio>

export function shareRatio(x1: number, n1: number, x2: number, n2: number, confidence = 0.95): ShareRatio {
  const first = wilsonInterval(x1, n1, confidence)
  const second = wilsonInterval(x2, n2, confidence)
  if (first.reason !== null || second.reason !== null) {
    return { ratio: null, lower: null, upper: null, reason: 'one of the groups is empty' }
  }
  if (x1 === 0 && x2 === 0) return { ratio: null, lower: 0, upper: Infinity, reason: 'both shares are 0' }
  const { share: p1, lower: l1, upper: u1 } = first
  const { share: p2, lower: l2, upper: u2 } = second
  const lower = x1 === 0 ? 0 : limit(p1 * p2, l1 * (2 * p1 - l1), u2 * (2 * p2 - u2), -1)
  if (x2 === 0) return { ratio: Infinity, lower, upper: Infinity, reason: null }
  return {
    ratio: p1 / p2,
    lower,
    upper: limit(p1 * p2, u1 * (2 * p1 - u1), l2 * (2 * p2 - l2), 1),
    reason: null,
  }
}

/** Root of below·r² - 2·product·r + above = 0, written so that `below` may be 0 or negative. */
function limit(product: number, above: number, below: number, side: 1 | -1): number {
  const root = Math.sqrt(Math.max(0, product * product - above * below))
  return side === 1 ? (product + root) / below : above / (product + root)
}
