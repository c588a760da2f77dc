/**
 * Pettitt's test: after which point does a series most likely change its level?
 *
 * Use it as a description ("most likely break after March"), only when p <= 0.05 and n >= 12. Not as a
 * verdict: a straight trend triggers it too, and serial correlation inflates it.
 *
 * Formula: U_k = Σ_{i<=k<j} sign(y_i - y_j); K = max |U_k|, tau the first k that reaches it, p = min(1, 2
 * exp(-6K²/(n³ + n²))). Source: Pettitt 1979, Applied Statistics 28:126.
 *
 * Example: 1 1 1 1 1 1 0 0 0 0 0 0: K = 36, break after point 6, p = 0.0314.
 */
import type { Answer } from './answer.ts'

/** `tau` counts from 1: the last point before the break. */
export type Pettitt = Answer<{ readonly k: number; readonly tau: number; readonly p: number }>

export function pettitt(y: readonly number[]): Pettitt {
  const n = y.length
  if (n < 2) return { k: null, tau: null, p: null, reason: 'fewer than 2 points' }
  let u = 0
  let k = -1
  let tau = 1
  for (let split = 1; split < n; split++) {
    // Moving point `split` to the left side adds its sign against all points: those before it cancel their
    // pairs.
    const moved = y[split - 1] ?? 0
    u += y.reduce((sum, value) => sum + Math.sign(moved - value), 0)
    if (Math.abs(u) > k) {
      k = Math.abs(u)
      tau = split
    }
  }
  return { k, tau, p: Math.min(1, 2 * Math.exp((-6 * k * k) / (n ** 3 + n ** 2))), reason: null }
}
