import { double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { normalCdf, normalQuantile, normalUpperTail } from '../../../src/stats/distributions/normal.ts'
import { holds } from '../holds.ts'
import { agreesWithReference } from '../reference.ts'

agreesWithReference('normal_cdf', z.object({ z: z.number() }), (input) => ({
  cdf: normalCdf(input.z),
  sf: normalUpperTail(input.z),
}))

agreesWithReference('normal_quantile', z.object({ p: z.number() }), ({ p }) => ({
  // R answers NaN to a probability outside 0 … 1; here that is a wrong call.
  quantile: p < 0 || p > 1 ? Number.NaN : normalQuantile(p),
}))

describe('the normal distribution', () => {
  it('reaches infinity at the ends', () => {
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(normalQuantile(1)).toBe(Infinity)
    expect(normalCdf(Infinity)).toBe(1)
    expect(normalCdf(-Infinity)).toBe(0)
  })

  it('is symmetric, and both tails add up to 1', () => {
    holds(
      property(double({ min: -8, max: 8, noNaN: true }), (x) => {
        expect(normalCdf(x)).toBe(normalUpperTail(-x))
        expect(normalCdf(x) + normalUpperTail(x)).toBeCloseTo(1, 14)
      }),
    )
  })

  it('refuses probabilities outside 0 and 1', () => {
    expect(() => normalQuantile(1.5)).toThrow(RangeError)
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError)
  })
})
