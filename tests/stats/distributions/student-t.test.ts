import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { tCdf, tQuantile, tTwoSided, tUpperTail } from '../../../src/stats/distributions/student-t.ts'
import { agreesWithReference } from '../reference.ts'

agreesWithReference('t_cdf', z.object({ t: z.number(), df: z.number() }), ({ t, df }) => ({
  cdf: tCdf(t, df),
  sf: tUpperTail(t, df),
}))

agreesWithReference('t_quantile', z.object({ p: z.number(), df: z.number() }), ({ p, df }) => ({
  quantile: tQuantile(p, df),
}))

describe('the t distribution', () => {
  it('is the Cauchy distribution at one degree of freedom', () => {
    expect(tCdf(1, 1)).toBeCloseTo(0.75, 14)
    expect(tTwoSided(-1, 1)).toBeCloseTo(0.5, 14)
    // P(T > t) is 1 / (pi t) far out.
    expect(tUpperTail(1e150, 1) * Math.PI * 1e150).toBeCloseTo(1, 10)
  })

  it('reaches infinity at the ends', () => {
    expect(tQuantile(0, 5)).toBe(-Infinity)
    expect(tQuantile(1, 5)).toBe(Infinity)
    expect(tCdf(-Infinity, 5)).toBe(0)
    expect(tCdf(Infinity, 5)).toBe(1)
  })

  it('refuses zero degrees of freedom', () => {
    expect(() => tCdf(1, 0)).toThrow(RangeError)
    expect(() => tQuantile(0.5, -1)).toThrow(RangeError)
  })
})
