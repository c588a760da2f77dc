import { describe, expect, it } from 'vitest'
import { npsScoreLimits } from '../../src/stats/nps-score-limits.ts'
import { npsScoreStatistic } from '../../src/stats/nps-score-statistic.ts'

describe('npsScoreLimits', () => {
  const counts = { detractors: 4, passives: 7, promoters: 9 }

  it('are the values z standard errors away', () => {
    const { lower, upper } = npsScoreLimits(counts, 1.5)
    expect(npsScoreStatistic(counts, lower)).toBeCloseTo(1.5, 9)
    expect(npsScoreStatistic(counts, upper)).toBeCloseTo(-1.5, 9)
  })

  it('close in on the NPS itself at z = 0', () => {
    expect(npsScoreLimits(counts, 0)).toEqual({ lower: 0.25, upper: 0.25 })
  })

  it('reach the end where everybody stands there', () => {
    expect(npsScoreLimits({ detractors: 0, passives: 0, promoters: 5 }, 1).upper).toBe(1)
    expect(npsScoreLimits({ detractors: 5, passives: 0, promoters: 0 }, 1).lower).toBe(-1)
  })
})
