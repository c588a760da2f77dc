import { integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { npsScoreInterval } from '../../src/stats/nps-score-interval.ts'
import { holds } from './holds.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({
  detractors: z.number(),
  passives: z.number(),
  promoters: z.number(),
  conf: z.number(),
})

agreesWithReference('nps_ci_score', input, ({ conf, ...counts }) => npsScoreInterval(counts, conf))

describe('npsScoreInterval', () => {
  it('has no answer without ratings', () => {
    expect(npsScoreInterval({ detractors: 0, passives: 0, promoters: 0 })).toEqual({
      n: 0,
      nps: null,
      lower: null,
      upper: null,
      reason: 'no valid ratings',
    })
  })

  it('is symmetric when promoters and detractors change places', () => {
    const one = npsScoreInterval({ detractors: 2, passives: 3, promoters: 7 })
    const other = npsScoreInterval({ detractors: 7, passives: 3, promoters: 2 })
    expect(one.lower).toBeCloseTo(-(other.upper ?? 0), 9)
    expect(one.upper).toBeCloseTo(-(other.lower ?? 0), 9)
  })

  it('holds the NPS, stays within -1 and 1, and widens with confidence', () => {
    const count = integer({ min: 0, max: 60 })
    holds(
      property(count, count, count, (detractors, passives, promoters) => {
        const counts = { detractors, passives, promoters: promoters + 1 }
        const narrow = npsScoreInterval(counts, 0.8)
        const wide = npsScoreInterval(counts, 0.99)
        if (narrow.reason !== null || wide.reason !== null) throw new Error('defined for n > 0')
        expect(wide.lower).toBeGreaterThanOrEqual(-1)
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower + 1e-9)
        expect(narrow.lower).toBeLessThanOrEqual(narrow.nps + 1e-9)
        expect(narrow.nps).toBeLessThanOrEqual(narrow.upper + 1e-9)
        expect(narrow.upper).toBeLessThanOrEqual(wide.upper + 1e-9)
        expect(wide.upper).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('refuses a negative count and a confidence of 1', () => {
    expect(() => npsScoreInterval({ detractors: -1, passives: 0, promoters: 3 })).toThrow(RangeError)
    expect(() => npsScoreInterval({ detractors: 1, passives: 0, promoters: 3 }, 1)).toThrow(RangeError)
  })
})
