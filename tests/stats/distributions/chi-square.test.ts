import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpperTail,
} from '../../../src/stats/distributions/chi-square.ts'
import { agreesWithReference } from '../reference.ts'

const input = z.object({
  kind: z.enum(['cdf', 'quantile']),
  x: z.number().default(0),
  p: z.number().default(0),
  df: z.number(),
})

agreesWithReference('chisq', input, ({ kind, x, p, df }) =>
  kind === 'quantile'
    ? { quantile: chiSquareQuantile(p, df) }
    : { cdf: chiSquareCdf(x, df), sf: chiSquareUpperTail(x, df) },
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
