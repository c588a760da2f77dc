/**
 * Elasticity of conversions to leads: by how many percent conversions rise when leads rise by one percent.
 *
 * Use it beside the funnel verdict when there are at least 12 usable months and sd(ln leads) >= 0.1
 * (`spread`). Not as a cause: busy months differ in more than their leads.
 *
 * Formula: quasi-Poisson regression of conversions on ln leads (PPML: zeros kept, no bias from logarithms),
 * months without leads left out; phi = max(1, X²/(n - 2)); t on n - 2 degrees of freedom; optional inflation
 * for autocorrelation. Undefined when leads are constant or fewer than 2 months have a conversion.
 * Source: Santos Silva & Tenreyro 2006, Review of Economics and Statistics 88:641.
 *
 * Example: the first case of fixtures/reference/elasticity.json: 0.62 [0.10, 1.14], one-sided p for below 1:
 * 0.069.
 */
import type { Answer } from './answer.ts'
import { requireThat } from './misuse.ts'
import { quasiPoissonTrend } from './quasi-poisson-trend.ts'
import { tCdf } from './distributions/student-t.ts'

export type Elasticity = { readonly n: number } & Answer<{
  readonly elasticity: number
  readonly se: number
  readonly lower: number
  readonly upper: number
  readonly df: number
  readonly phi: number
  /** one-sided p of H1: elasticity < 1 */
  readonly pBelow1: number
  /** standard deviation of ln leads: how much leads varied */
  readonly spread: number
}>

export function elasticity(
  leads: readonly number[],
  conversions: readonly number[],
  options: { readonly confidence?: number; readonly autocorrelation?: boolean } = {},
): Elasticity {
  requireThat(leads.length === conversions.length, 'elasticity needs lists of the same length')
  const points = leads.flatMap((lead, i) => (lead > 0 ? [{ x: Math.log(lead), y: conversions[i] ?? 0 }] : []))
  const x = points.map((point) => point.x)
  const fit = quasiPoissonTrend({ y: points.map((point) => point.y), x }, options)
  const n = points.length
  if (fit.reason !== null) {
    const reason =
      x.length > 0 && x.every((value) => value === x[0]) ? 'leads are the same every month' : fit.reason
    return { n, ...nothing, reason }
  }
  const { slope, se, lower, upper, df, phi } = fit
  const mean = x.reduce((sum, value) => sum + value, 0) / n
  const spread = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1))
  return {
    n,
    elasticity: slope,
    se,
    lower,
    upper,
    df,
    phi,
    pBelow1: tCdf((slope - 1) / se, df),
    spread,
    reason: null,
  }
}

const nothing = {
  elasticity: null,
  se: null,
  lower: null,
  upper: null,
  df: null,
  phi: null,
  pBelow1: null,
  spread: null,
}
