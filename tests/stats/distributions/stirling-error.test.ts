import { describe, expect, it } from 'vitest'
import { stirlingError } from '../../../src/stats/distributions/stirling-error.ts'

describe('stirlingError', () => {
  it('is what Stirling leaves out of ln 0! = 0 and ln 9!', () => {
    expect(stirlingError(1)).toBeCloseTo(1 - Math.log(2 * Math.PI) / 2, 15)
    const stirling = 9.5 * Math.log(10) - 10 + Math.log(2 * Math.PI) / 2
    expect(stirlingError(10)).toBeCloseTo(Math.log(362_880) - stirling, 14)
  })

  it('is nearly 1/(12x) for large x', () => {
    expect(stirlingError(1e6) * 12e6).toBeCloseTo(1, 10)
  })

  it('refuses 0', () => {
    expect(() => stirlingError(0)).toThrow(RangeError)
  })
})
