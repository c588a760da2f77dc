import { integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { npsScoreStatistic } from '../../src/stats/nps-score-statistic.ts'
import { holds } from './holds.ts'

describe('npsScoreStatistic', () => {
  it('is (p - d)/√(p + d) against 0, McNemar’s statistic', () => {
    expect(npsScoreStatistic({ detractors: 3, passives: 2, promoters: 5 }, 0)).toBeCloseTo(
      2 / Math.sqrt(8),
      14,
    )
  })

  it('is 0 at the observed NPS', () => {
    expect(npsScoreStatistic({ detractors: 1, passives: 4, promoters: 5 }, 0.4)).toBeCloseTo(0, 14)
  })

  it('is 0 for passives only against 0, where nothing varies', () => {
    expect(npsScoreStatistic({ detractors: 0, passives: 9, promoters: 0 }, 0)).toBe(0)
  })

  it('falls as the supposed NPS rises', () => {
    const count = integer({ min: 0, max: 40 })
    holds(
      property(
        count,
        count,
        count,
        integer({ min: -99, max: 98 }),
        (detractors, passives, promoters, percent) => {
          const counts = { detractors, passives, promoters: promoters + 1 }
          const here = npsScoreStatistic(counts, percent / 100)
          expect(npsScoreStatistic(counts, (percent + 1) / 100)).toBeLessThanOrEqual(here + 1e-9)
        },
      ),
    )
  })
})
