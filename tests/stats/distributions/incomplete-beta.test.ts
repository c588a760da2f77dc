import { double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incompleteBeta } from '../../../src/stats/distributions/incomplete-beta.ts'
import { holds } from '../holds.ts'

describe('incompleteBeta', () => {
  it('is a polynomial for whole shapes', () => {
    // I_x(2, 2) = 3x² - 2x³
    expect(incompleteBeta(2, 2, 0.25).lower).toBeCloseTo(3 / 16 - 2 / 64, 15)
  })

  it('mirrors: I_x(a, b) = 1 - I_(1-x)(b, a)', () => {
    const shape = double({ min: 0.05, max: 200, noNaN: true })
    holds(
      property(shape, shape, double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
        const here = incompleteBeta(a, b, x, 1 - x)
        const mirrored = incompleteBeta(b, a, 1 - x, x)
        expect(here.lower).toBeCloseTo(mirrored.upper, 12)
        expect(here.lower + here.upper).toBeCloseTo(1, 14)
      }),
    )
  })

  it('keeps the digits of an upper tail when 1 - x is given apart', () => {
    // I_y(1, 2) with y = 1e-20 is 2y to first order.
    expect(incompleteBeta(2, 1, 1, 1e-20).upper / 2e-20).toBeCloseTo(1, 12)
  })

  it('starts at 0, ends at 1 and refuses what lies outside', () => {
    expect(incompleteBeta(2, 3, 0)).toEqual({ lower: 0, upper: 1 })
    expect(incompleteBeta(2, 3, 1)).toEqual({ lower: 1, upper: 0 })
    expect(() => incompleteBeta(2, 3, 1.1)).toThrow(RangeError)
    expect(() => incompleteBeta(0, 3, 0.5)).toThrow(RangeError)
  })
})
