import { describe, expect, it } from 'vitest'
import { monthlyGrowth } from '../../src/stats/monthly-growth.ts'

describe('monthlyGrowth', () => {
  it('is 1 when counts double every month', () => {
    const { growth, lower, upper } = monthlyGrowth([100, 200, 400, 800])
    expect(growth).toBeCloseTo(1, 10)
    expect(lower).toBeLessThan(1)
    expect(upper).toBeGreaterThan(1)
  })

  it('keeps months without any', () => {
    expect(monthlyGrowth([0, 3, 0, 6, 9, 12]).growth).toBeGreaterThan(0)
  })

  it('has no answer for too few months', () => {
    expect(monthlyGrowth([3, 4])).toEqual({
      growth: null,
      lower: null,
      upper: null,
      pGreater: null,
      reason: 'fewer than 3 months',
    })
  })
})
