import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { binomialAtLeast, binomialCdf, binomialPmf } from '../../../src/stats/distributions/binomial.ts'
import { agreesWithReference } from '../reference.ts'

agreesWithReference('binomial', z.object({ k: z.number(), n: z.number(), p: z.number() }), ({ k, n, p }) => ({
  pmf: binomialPmf(k, n, p),
  cdf: binomialCdf(k, n, p),
  sfInclusive: binomialAtLeast(k, n, p),
}))

describe('the binomial distribution', () => {
  it('of no trials has no successes', () => {
    expect(binomialPmf(0, 0, 0.3)).toBe(1)
    expect(binomialCdf(0, 0, 0.3)).toBe(1)
    expect(binomialAtLeast(1, 0, 0.3)).toBe(0)
  })

  it('is zero outside 0 … n and between whole numbers', () => {
    expect(binomialPmf(-1, 5, 0.5)).toBe(0)
    expect(binomialPmf(6, 5, 0.5)).toBe(0)
    expect(binomialPmf(2.5, 5, 0.5)).toBe(0)
  })

  it('refuses what is not a probability or a count', () => {
    expect(() => binomialPmf(1, 5, 1.1)).toThrow(RangeError)
    expect(() => binomialCdf(1, 2.5, 0.5)).toThrow(RangeError)
  })
})
