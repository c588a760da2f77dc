import { describe, expect, it } from 'vitest'
import { varianceOfKendallS } from '../../src/stats/tie-variance.ts'

describe('varianceOfKendallS', () => {
  it('is n(n-1)(2n+5)/18 without ties', () => {
    expect(varianceOfKendallS([3, 1, 4, 5, 9])).toBeCloseTo(300 / 18, 14)
  })

  it('shrinks with ties, to 0 when all are tied', () => {
    expect(varianceOfKendallS([3, 3, 4, 5, 9])).toBeCloseTo((300 - 18) / 18, 14)
    expect(varianceOfKendallS([7, 7, 7, 7])).toBe(0)
    expect(varianceOfKendallS([])).toBeCloseTo(0, 15)
  })
})
