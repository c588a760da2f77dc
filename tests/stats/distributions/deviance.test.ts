import { describe, expect, it } from 'vitest'
import { halfDeviance } from '../../../src/stats/distributions/deviance.ts'

describe('halfDeviance', () => {
  it('is 0 where observed and expected agree', () => {
    expect(halfDeviance(7, 7)).toBe(0)
  })

  it('is the whole expectation when nothing was observed', () => {
    expect(halfDeviance(0, 3)).toBe(3)
  })

  it('is x ln(x/m) + m - x', () => {
    expect(halfDeviance(12, 10)).toBeCloseTo(12 * Math.log(1.2) - 2, 14)
    expect(halfDeviance(1, 10)).toBeCloseTo(9 - Math.log(10), 14)
  })

  it('keeps its digits next to the expectation, where the plain formula loses them', () => {
    // (x - m)² / 2m to first order.
    expect(halfDeviance(1e8 + 1, 1e8) / 5e-9).toBeCloseTo(1, 7)
  })
})
