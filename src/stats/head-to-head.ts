/**
 * Two counts that would be equal in the long run: how surprising is this split? Two-sided exact binomial p.
 *
 * Use it for winner against runner-up; for multi-select answers a and b are the deals that name only the one
 * and only the other. Not for more than two at once: rank-confidence-sets.ts.
 *
 * Formula: p = min(1, 2 P(Bin(a + b, 1/2) >= max(a, b))); 1 on a tie. Source: the sign test.
 *
 * Example: 50 against 30: p = 0.0330.
 */
import type { Answer } from './answer.ts'
import { binomialAtLeast } from './distributions/binomial.ts'
import { requireCount } from './misuse.ts'

export function headToHead(a: number, b: number): Answer<{ readonly p: number }> {
  requireCount(a, 'a')
  requireCount(b, 'b')
  if (a + b === 0) return { p: null, reason: 'neither was named' }
  if (a === b) return { p: 1, reason: null }
  return { p: Math.min(1, 2 * binomialAtLeast(Math.max(a, b), a + b, 0.5)), reason: null }
}
