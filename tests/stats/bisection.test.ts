import { describe, expect, it } from 'vitest'
import { bisect } from '../../src/stats/bisection.ts'

describe('bisect', () => {
  it('finds a root to the last digit', () => {
    expect(bisect(0, 2, (x) => x * x < 2)).toBeCloseTo(Math.SQRT2, 15)
  })

  it('runs to an end when the condition never turns', () => {
    expect(bisect(0, 1, () => true)).toBeCloseTo(1, 15)
    expect(bisect(0, 1, () => false)).toBeCloseTo(0, 15)
  })

  it('comes to an end around 0 and at huge numbers', () => {
    expect(bisect(-1, 1, (x) => x < 0)).toBeCloseTo(0, 15)
    expect(bisect(0, 1e300, (x) => x < 1e299) / 1e299).toBeCloseTo(1, 12)
  })
})
