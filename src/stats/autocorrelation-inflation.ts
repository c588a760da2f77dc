/**
 * How much wider a slope's standard error must be because neighbouring residuals resemble each other.
 *
 * Use it on residuals in time order, a month or so apart. Not as a full model of the series: it looks one
 * step back.
 *
 * Formula: r1 = Σ r_t r_{t-1} / Σ r_t². Only if r1 > 1/√n: c = r1 + (1 + 3 r1)/n, kept in 0 … 0.6, and the
 * standard error grows by √((1 + c)/(1 - c)). Source: Kendall 1954 for the bias of r1; the variance inflation
 * of an AR(1) mean.
 *
 * Example: residuals 1, 1, -1, -1: r1 = 1/4, 1/√4 = 0.5, so no inflation.
 */
/** Residuals in units of their standard deviation; where all are 0 but for rounding, r1 is 0. */
export function autocorrelationInflation(residuals: readonly number[]): { r1: number; inflation: number } {
  const n = residuals.length
  const squares = residuals.reduce((sum, r) => sum + r * r, 0)
  if (squares <= 1e-12 * n) return { r1: 0, inflation: 1 }
  const r1 = residuals.reduce((sum, r, t) => sum + r * (t === 0 ? 0 : (residuals[t - 1] ?? 0)), 0) / squares
  if (r1 <= 1 / Math.sqrt(n)) return { r1, inflation: 1 }
  const c = Math.min(Math.max(r1 + (1 + 3 * r1) / n, 0), 0.6)
  return { r1, inflation: Math.sqrt((1 + c) / (1 - c)) }
}
