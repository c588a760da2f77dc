/**
 * Student's t distribution with `df` > 0 degrees of freedom (fractions allowed, as Welch's test needs).
 *
 * Use it for means and regression slopes whose spread was estimated from the same data.
 *
 * Formula: P(|T| > t) = I_x(df/2, 1/2) with x = df / (df + t²); the quantile is found by bisection of ln t on
 * the smaller tail, so quantiles of 1e7 are as accurate as those of 2. Source: Abramowitz & Stegun 26.7.1.
 *
 * Example: tCdf(2.228, 10) = 0.9749941…, tQuantile(0.975, 10) = 2.2281389…
 */
import { bisect } from '../bisection.ts'
import { requireThat } from '../misuse.ts'
import { incompleteBeta } from './incomplete-beta.ts'

/** P(T <= t) */
export function tCdf(t: number, df: number): number {
  requireThat(df > 0, `tCdf needs df > 0, got ${df}`)
  requireThat(!Number.isNaN(t), 'tCdf needs a number')
  if (t === 0) return 0.5
  if (Math.abs(t) === Infinity) return t < 0 ? 0 : 1
  const square = Math.min(t * t, Number.MAX_VALUE / 2)
  const twoTails = incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square))
  return t < 0 ? twoTails.lower / 2 : 0.5 + twoTails.upper / 2
}

/** P(T > t), without cancellation */
export function tUpperTail(t: number, df: number): number {
  return tCdf(-t, df)
}

/** P(|T| > |t|) */
export function tTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * tCdf(-Math.abs(t), df))
}

/** The t with P(T <= t) = p, for 0 <= p <= 1. */
export function tQuantile(p: number, df: number): number {
  requireThat(p >= 0 && p <= 1, `tQuantile needs 0 <= p <= 1, got ${p}`)
  requireThat(df > 0, `tQuantile needs df > 0, got ${df}`)
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  if (p === 0.5) return 0
  const tail = p < 0.5 ? p : 1 - p
  const t = Math.exp(bisect(-700, 700, (logT) => tUpperTail(Math.exp(logT), df) > tail))
  return p < 0.5 ? -t : t
}
