import { double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incompleteGamma } from '../../../src/stats/distributions/incomplete-gamma.ts'
import { holds } from '../holds.ts'

describe('incompleteGamma', () => {
  it('is exponential for a = 1', () => {
    expect(incompleteGamma(1, 2).upper).toBeCloseTo(Math.exp(-2), 15)
    expect(incompleteGamma(1, 600).upper / Math.exp(-600)).toBeCloseTo(1, 10)
  })

  it('starts with nothing below and ends with nothing above', () => {
    expect(incompleteGamma(3, 0)).toEqual({ lower: 0, upper: 1 })
    expect(incompleteGamma(3, Infinity)).toEqual({ lower: 1, upper: 0 })
  })

  it('rises with x, and its tails add up to 1', () => {
    const positive = double({ min: 0.01, max: 500, noNaN: true })
    holds(
      property(positive, positive, positive, (a, x, step) => {
        const here = incompleteGamma(a, x)
        expect(here.lower + here.upper).toBeCloseTo(1, 14)
        expect(incompleteGamma(a, x + step).lower).toBeGreaterThanOrEqual(here.lower - 1e-14)
      }),
    )
  })

  it('refuses a <= 0 and x < 0', () => {
    expect(() => incompleteGamma(0, 1)).toThrow(RangeError)
    expect(() => incompleteGamma(1, -1)).toThrow(RangeError)
  })
})
