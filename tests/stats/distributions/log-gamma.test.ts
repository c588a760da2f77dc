import { describe, expect, it } from 'vitest'
import { logGamma } from '../../../src/stats/distributions/log-gamma.ts'

describe('logGamma', () => {
  it('is the logarithm of the factorial', () => {
    expect(logGamma(1)).toBeCloseTo(0, 14)
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 14)
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 13)
  })

  it('is half the logarithm of pi at one half', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14)
  })

  it('refuses the poles', () => {
    expect(() => logGamma(0)).toThrow(RangeError)
  })
})
