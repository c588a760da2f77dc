/**
 * Poisson regression E[y] = offset · exp(X b), the common engine of the trend and the elasticity.
 *
 * Use it for counts that may be zero; standard errors come from the caller's dispersion. Not for single
 * events.
 *
 * Formula: iteratively reweighted least squares from mu = y + 0.1 until the deviance changes by less than
 * 1e-12 relative. Null when the columns are not independent or nothing settles in 100 rounds.
 * Source: McCullagh & Nelder 1989; R's glm(family = poisson).
 *
 * Example: y = [1, 2, 4] on [1, 1, 1], [0, 1, 2]: b = [0, ln 2].
 */
import { halfDeviance } from './distributions/deviance.ts'
import { weightedLeastSquares } from './weighted-least-squares.ts'

export interface LogLinearFit {
  readonly coefficients: readonly number[]
  /** covariance of the coefficients at dispersion 1 */
  readonly covariance: readonly (readonly number[])[]
  /** expected counts */
  readonly fitted: readonly number[]
  /** (y - fitted) / √fitted */
  readonly pearson: readonly number[]
}

export function fitLogLinear(
  columns: readonly (readonly number[])[],
  y: readonly number[],
  offset: readonly number[],
): LogLinearFit | null {
  let fitted = y.map((value) => value + 0.1)
  let deviance = Infinity
  for (let round = 0; round < 100; round++) {
    const working = fitted.map((mu, i) => Math.log(mu / (offset[i] ?? 1)) + ((y[i] ?? 0) - mu) / mu)
    const solved = weightedLeastSquares(columns, working, fitted)
    if (solved === null) return null
    const { coefficients, inverse } = solved
    const next = y.map((_, i) => {
      const eta = columns.reduce((sum, column, k) => sum + (column[i] ?? 0) * (coefficients[k] ?? 0), 0)
      return (offset[i] ?? 1) * Math.exp(eta)
    })
    if (next.some((mu) => !(mu > 0 && mu < Infinity))) return null
    const nextDeviance = 2 * y.reduce((sum, value, i) => sum + halfDeviance(value, next[i] ?? 1), 0)
    const isSettled = Math.abs(nextDeviance - deviance) <= 1e-12 * (Math.abs(nextDeviance) + 0.1)
    fitted = next
    deviance = nextDeviance
    if (isSettled && round > 1) {
      const pearson = y.map((value, i) => (value - (fitted[i] ?? 1)) / Math.sqrt(fitted[i] ?? 1))
      return { coefficients, covariance: inverse, fitted, pearson }
    }
  }
  return null
}
