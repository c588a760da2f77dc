import { describe, expect, it } from 'vitest'
import { kendallScore } from '../../src/stats/kendall-score.ts'

describe('kendallScore', () => {
  it('is rises minus falls over all pairs', () => {
    expect(kendallScore([1, 2, 3, 4])).toBe(6)
    expect(kendallScore([4, 3, 2, 1])).toBe(-6)
    expect(kendallScore([1, 3, 2])).toBe(1)
    expect(kendallScore([5, 5, 6])).toBe(2)
    expect(kendallScore([])).toBe(0)
  })
})
