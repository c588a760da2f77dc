/**
 * Interval of a share x / n by Wilson's score method.
 *
 * Use it for every share that is shown: it never leaves 0 … 1 and behaves from n = 1 on. x and n may be real
 * numbers (effective counts of weighted data). Not for a whole population, and not for a share of money:
 * weighted-share.ts.
 *
 * Formula: centre (x + z²/2)/(n + z²), half width z/(n + z²) · √(x (n - x)/n + z²/4). x = 0 gives a lower
 * limit of exactly 0, x = n an upper limit of exactly 1. Source: E. B. Wilson 1927; Brown, Cai & DasGupta
 * 2001.
 *
 * Example: 0 of 1 gives [0, 0.7935].
 */
import type { Answer } from './answer.ts'
import { criticalValue } from './critical-value.ts'
import { requireThat } from './misuse.ts'

export function wilsonInterval(
  x: number,
  n: number,
  confidence = 0.95,
): Answer<{ readonly share: number; readonly lower: number; readonly upper: number }> {
  requireThat(x >= 0 && x <= n, `wilsonInterval needs 0 <= x <= n, got ${x} of ${n}`)
  const z = criticalValue(confidence)
  if (n === 0) return { share: null, lower: null, upper: null, reason: 'nothing to take a share of' }
  const square = z * z
  const centre = (x + square / 2) / (n + square)
  const half = (z / (n + square)) * Math.sqrt((x * (n - x)) / n + square / 4)
  const lower = x === 0 ? 0 : Math.max(0, centre - half)
  const upper = x === n ? 1 : Math.min(1, centre + half)
  return { share: x / n, lower, upper, reason: null }
}
