import { describe, expect, it } from 'vitest'
import {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpperTail,
} from '../../../src/stats/distributions/chi-square.ts'
import { agreesWithReference } from '../reference.ts'

agreesWithReference('chisq', (input: { kind: 'cdf' | 'quantile'; x: number; p: number; df: number }) =>
  input.kind === 'quantile'
    ? { quantile: chiSquareQuantile(input.p, input.df) }
    : { cdf: chiSquareCdf(input.x, input.df), sf: chiSquareUpperTail(input.x, input.df) },
)

describe('the chi-square distribution', () => {
  it('is exponential at two degrees of freedom', () => {
    expect(chiSquareUpperTail(10, 2)).toBeCloseTo(Math.exp(-5), 15)
  })

  it('starts at zero and ends at infinity', () => {
    expect(chiSquareCdf(-1, 3)).toBe(0)
    expect(chiSquareUpperTail(0, 3)).toBe(1)
    expect(chiSquareQuantile(0, 3)).toBe(0)
    expect(chiSquareQuantile(1, 3)).toBe(Infinity)
  })

  it('refuses zero degrees of freedom', () => {
    expect(() => chiSquareCdf(1, 0)).toThrow(RangeError)
  })
})
