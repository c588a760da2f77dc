/**
 * Coefficients that make Σ w (y - Xb)² smallest, and the inverse of XᵀWX, for a handful of columns.
 *
 * Use it inside the regressions of this folder (up to four columns, a few dozen rows). Not for badly scaled
 * columns: callers centre theirs first. Null when the columns are not independent.
 *
 * Formula: normal equations XᵀWX b = XᵀWy, inverted by Gauss-Jordan elimination with row exchange on the
 * matrix scaled to a unit diagonal. Source: any text on numerical linear algebra.
 *
 * Example: columns [[1, 1, 1], [0, 1, 2]], y = [1, 2, 3], w = 1: b = [1, 1]
 */
export interface LeastSquares {
  readonly coefficients: readonly number[]
  /** (XᵀWX)⁻¹, row by row */
  readonly inverse: readonly (readonly number[])[]
}

export function weightedLeastSquares(
  columns: readonly (readonly number[])[],
  y: readonly number[],
  weights: readonly number[],
): LeastSquares | null {
  const cross = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + (weights[i] ?? 0) * value * (b[i] ?? 0), 0)
  const scale = columns.map((column) => Math.sqrt(cross(column, column)))
  if (scale.some((value) => !(value > 0))) return null
  const normal = columns.map((a, i) =>
    columns.map((b, j) => cross(a, b) / ((scale[i] ?? 1) * (scale[j] ?? 1))),
  )
  const scaled = invert(normal)
  if (scaled === null) return null
  const inverse = scaled.map((row, i) => row.map((value, j) => value / ((scale[i] ?? 1) * (scale[j] ?? 1))))
  const moments = columns.map((column) => cross(column, y))
  const coefficients = inverse.map((row) => row.reduce((sum, value, j) => sum + value * (moments[j] ?? 0), 0))
  return { coefficients, inverse }
}

function invert(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot
    for (let i = pivot + 1; i < size; i++) {
      if (Math.abs(rows[i]?.[pivot] ?? 0) > Math.abs(rows[best]?.[pivot] ?? 0)) best = i
    }
    const chosen = rows[best]
    const displaced = rows[pivot]
    if (!chosen || !displaced || Math.abs(chosen[pivot] ?? 0) < 1e-13) return null
    rows[best] = displaced
    const divisor = chosen[pivot] ?? 1
    const unit = chosen.map((value) => value / divisor)
    rows[pivot] = unit
    rows.forEach((row, i) => {
      const factor = row[pivot] ?? 0
      if (i !== pivot && factor !== 0) rows[i] = row.map((value, j) => value - factor * (unit[j] ?? 0))
    })
  }
  return rows.map((row) => row.slice(size))
}
