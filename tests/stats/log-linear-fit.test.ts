import { describe, expect, it } from 'vitest'
import { fitLogLinear } from '../../src/stats/log-linear-fit.ts'

const ones = [1, 1, 1]

describe('fitLogLinear', () => {
  it('fits exact growth exactly', () => {
    const fit = fitLogLinear([ones, [0, 1, 2]], [1, 2, 4], ones)
    expect(fit?.coefficients[0]).toBeCloseTo(0, 10)
    expect(fit?.coefficients[1]).toBeCloseTo(Math.LN2, 10)
  })

  it('is the overall rate when there is only a constant', () => {
    const fit = fitLogLinear([ones], [1, 0, 5], [10, 20, 30])
    expect(Math.exp(fit?.coefficients[0] ?? 0)).toBeCloseTo(0.1, 12)
    // The variance of a log rate is 1 / events.
    expect(fit?.covariance[0]?.[0]).toBeCloseTo(1 / 6, 10)
  })

  it('has no answer where the best slope is infinite', () => {
    expect(fitLogLinear([ones, [0, 0, 1]], [0, 0, 5], ones)).toBeNull()
  })

  it('has no answer for columns that depend on each other', () => {
    expect(fitLogLinear([ones, ones], [1, 2, 3], ones)).toBeNull()
  })
})
