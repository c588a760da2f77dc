/**
 * Difference of two independent shares, x1/n1 - x2/n2, with Newcombe's hybrid score interval.
 *
 * Use it for "this quarter against the one before". Not for two answers of the same people (paired), and not
 * to compare a part with the whole that contains it.
 *
 * Formula: with Wilson limits l, u of each share p: L = p1 - p2 - √((p1 - l1)² + (u2 - p2)²), U = p1 - p2 +
 * √((u1 - p1)² + (p2 - l2)²). Source: Newcombe 1998, Statistics in Medicine 17:873, method 10.
 *
 * Example: 56/70 - 48/80 = 0.20, 95 % interval [0.0524, 0.3339].
 */
import type { Answer } from './answer.ts'
import { wilsonInterval } from './wilson-interval.ts'

export type ShareDifference = Answer<{
  readonly diff: number
  readonly lower: number
  readonly upper: number
}>

export function shareDifference(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  confidence = 0.95,
): ShareDifference {
  const first = wilsonInterval(x1, n1, confidence)
  const second = wilsonInterval(x2, n2, confidence)
  if (first.reason !== null || second.reason !== null) {
    return { diff: null, lower: null, upper: null, reason: 'one of the groups is empty' }
  }
  const diff = first.share - second.share
  return {
    diff,
    lower: diff - Math.hypot(first.share - first.lower, second.upper - second.share),
    upper: diff + Math.hypot(first.upper - first.share, second.share - second.lower),
    reason: null,
  }
}
