import { describe, expect, it } from 'vitest'
import { npsDifference } from '../../src/stats/nps-difference.ts'
import { npsSmallestDetectableGap } from '../../src/stats/nps-smallest-detectable-gap.ts'

const rest = { detractors: 200, passives: 300, promoters: 500 }

describe('npsSmallestDetectableGap', () => {
  it('is the gap at which the comparison with the rest reaches alpha', () => {
    const gap = npsSmallestDetectableGap(100, rest).gap ?? Number.NaN
    const shifted = { detractors: 100 * (0.2 + gap / 2), passives: 30, promoters: 100 * (0.5 - gap / 2) }
    expect(npsDifference(shifted, rest).pLess).toBeCloseTo(0.05, 9)
    expect(gap).toBeGreaterThan(0.1)
    expect(gap).toBeLessThan(0.2)
  })

  it('shrinks with the number of answers', () => {
    const gaps = [10, 30, 100, 300].map((n) => npsSmallestDetectableGap(n, rest).gap ?? Infinity)
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a))
  })

  it('says so when no gap could show', () => {
    expect(npsSmallestDetectableGap(1, rest, 0.0001)).toEqual({
      gap: null,
      reason: 'no gap is large enough to show with so few answers',
    })
    expect(npsSmallestDetectableGap(0, rest).reason).toBe('one side has no valid ratings')
    expect(npsSmallestDetectableGap(10, { detractors: 0, passives: 0, promoters: 0 }).gap).toBeNull()
  })
})
