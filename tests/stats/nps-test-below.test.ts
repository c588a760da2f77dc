import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { npsTestBelow } from '../../src/stats/nps-test-below.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({
  detractors: z.number(),
  passives: z.number(),
  promoters: z.number(),
  threshold: z.number(),
})

agreesWithReference('nps_test_below', input, ({ threshold, ...counts }) => npsTestBelow(counts, threshold))

describe('npsTestBelow', () => {
  it('takes one detractor as weak evidence: half of all may be detractors when the NPS is 0', () => {
    expect(npsTestBelow({ detractors: 1, passives: 0, promoters: 0 }, 0).p).toBeCloseTo(0.5, 12)
  })

  it('is certain of nothing when everybody is passive and the threshold is 0', () => {
    const result = npsTestBelow({ detractors: 0, passives: 10, promoters: 0 }, 0)
    expect(result.z).toBe(0)
    expect(result.p).toBeCloseTo(1, 12)
  })

  it('is exact up to 100 answers and a score test beyond', () => {
    expect(npsTestBelow({ detractors: 40, passives: 30, promoters: 30 }, 0).method).toBe('exact')
    expect(npsTestBelow({ detractors: 40, passives: 30, promoters: 31 }, 0).method).toBe('score')
  })

  it('has no answer without ratings', () => {
    expect(npsTestBelow({ detractors: 0, passives: 0, promoters: 0 }, 0).reason).toBe('no valid ratings')
  })

  it('refuses a threshold of 1', () => {
    expect(() => npsTestBelow({ detractors: 1, passives: 0, promoters: 0 }, 1)).toThrow(RangeError)
  })
})
