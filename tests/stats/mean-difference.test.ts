import { describe, expect, it } from 'vitest'
import {
  differenceOf,
  differenceWithoutSpread,
  undefinedDifference,
} from '../../src/stats/mean-difference.ts'

describe('a difference of means', () => {
  it('carries its t interval', () => {
    // One degree of freedom: t at 0.75 is 1, so a 50 % interval reaches one standard error.
    const result = differenceOf(3, 2, 1, 0.5)
    expect(result.lower).toBeCloseTo(1, 12)
    expect(result.upper).toBeCloseTo(5, 12)
    expect(result.t).toBe(1.5)
  })

  it('keeps the difference where only the spread is missing', () => {
    expect(differenceWithoutSpread(2)).toMatchObject({ status: 'zero-variance', diff: 2, p: null })
    expect(undefinedDifference('why')).toMatchObject({ status: 'undefined', diff: null, reason: 'why' })
  })
})
