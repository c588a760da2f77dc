import { describe, expect, it } from 'vitest'
import { binomialDensity } from '../../../src/stats/distributions/binomial-density.ts'

describe('binomialDensity', () => {
  it('is C(n, x) p^x q^(n-x)', () => {
    expect(binomialDensity(3, 10, 0.5, 0.5)).toBeCloseTo(120 / 1024, 15)
    expect(binomialDensity(0, 3, 0.2, 0.8)).toBeCloseTo(0.512, 15)
    expect(binomialDensity(3, 3, 0.2, 0.8)).toBeCloseTo(0.008, 15)
  })

  it('is certain or impossible at the ends of p', () => {
    expect(binomialDensity(0, 4, 0, 1)).toBe(1)
    expect(binomialDensity(1, 4, 0, 1)).toBe(0)
    expect(binomialDensity(4, 4, 1, 0)).toBe(1)
    expect(binomialDensity(3, 4, 1, 0)).toBe(0)
  })

  it('is 0 outside 0 … n', () => {
    expect(binomialDensity(-1, 4, 0.5, 0.5)).toBe(0)
    expect(binomialDensity(5, 4, 0.5, 0.5)).toBe(0)
  })
})
