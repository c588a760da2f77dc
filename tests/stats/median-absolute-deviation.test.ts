import { describe, expect, it } from 'vitest'
import { medianAbsoluteDeviation } from '../../src/stats/median-absolute-deviation.ts'

describe('medianAbsoluteDeviation', () => {
  it('is the median distance from the median', () => {
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9]).deviation).toBe(1)
    expect(medianAbsoluteDeviation([5, 5, 5]).deviation).toBe(0)
  })

  it('does not mind one wild value', () => {
    expect(medianAbsoluteDeviation([1, 2, 3, 4, 1e9]).deviation).toBe(1)
  })

  it('has no answer for no values', () => {
    expect(medianAbsoluteDeviation([])).toEqual({ deviation: null, reason: 'no values' })
  })
})
