import { describe, expect, it } from 'vitest'
import { weightedLeastSquares } from '../../src/stats/weighted-least-squares.ts'

describe('weightedLeastSquares', () => {
  it('finds the line through points on a line', () => {
    const solved = weightedLeastSquares(
      [
        [1, 1, 1],
        [0, 1, 2],
      ],
      [1, 2, 3],
      [1, 1, 1],
    )
    expect(solved?.coefficients[0]).toBeCloseTo(1, 14)
    expect(solved?.coefficients[1]).toBeCloseTo(1, 14)
    // (XᵀX)⁻¹ of columns 1 and 0 1 2 is [[5, -3], [-3, 3]] / 6.
    expect(solved?.inverse[0]?.[0]).toBeCloseTo(5 / 6, 14)
    expect(solved?.inverse[1]?.[1]).toBeCloseTo(0.5, 14)
  })

  it('forgets points of weight 0 and counts a weight of 2 as two points', () => {
    const mean = weightedLeastSquares([[1, 1, 1]], [1, 5, 100], [2, 1, 0])
    expect(mean?.coefficients[0]).toBeCloseTo(7 / 3, 14)
  })

  it('has no answer for columns that depend on each other', () => {
    expect(
      weightedLeastSquares(
        [
          [1, 1],
          [2, 2],
        ],
        [1, 2],
        [1, 1],
      ),
    ).toBeNull()
    expect(weightedLeastSquares([[0, 0]], [1, 2], [1, 1])).toBeNull()
  })

  it('copes with columns of very different size', () => {
    const solved = weightedLeastSquares(
      [
        [1, 1, 1],
        [-1e9, 0, 1e9],
      ],
      [1, 2, 3],
      [1, 1, 1],
    )
    expect((solved?.coefficients[1] ?? 0) * 1e9).toBeCloseTo(1, 12)
  })
})
