import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalCdf, normalQuantile, normalUpperTail } from '../../../src/stats/distributions/normal.ts'
import { agreesWithReference } from '../reference.ts'

agreesWithReference('normal_cdf', ({ z }: { z: number }) => ({ cdf: normalCdf(z), sf: normalUpperTail(z) }))
agreesWithReference('normal_quantile', ({ p }: { p: number }) => ({
  // R answers NaN to a probability below 0; here that is a wrong call.
  quantile: p < 0 ? Number.NaN : normalQuantile(p),
}))

describe('the normal distribution', () => {
  it('reaches infinity at the ends', () => {
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(normalQuantile(1)).toBe(Infinity)
    expect(normalCdf(Infinity)).toBe(1)
    expect(normalCdf(-Infinity)).toBe(0)
  })

  it('is symmetric, and both tails add up to 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
        expect(normalCdf(z)).toBe(normalUpperTail(-z))
        expect(normalCdf(z) + normalUpperTail(z)).toBeCloseTo(1, 14)
      }),
    )
  })

  it('refuses probabilities outside 0 and 1', () => {
    expect(() => normalQuantile(1.5)).toThrow(RangeError)
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError)
  })
})
