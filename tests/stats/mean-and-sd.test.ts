import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { meanAndSd } from '../../src/stats/mean-and-sd.ts'
import { agreesWithReference } from './reference.ts'

agreesWithReference('mean_sd', z.object({ x: z.array(z.number()) }), ({ x }) => meanAndSd(x))

describe('meanAndSd', () => {
  it('says what is missing', () => {
    expect(meanAndSd([])).toEqual({ n: 0, mean: null, sd: null, reason: 'no values' })
    expect(meanAndSd([3])).toEqual({ n: 1, mean: 3, sd: null, reason: 'no spread in a single value' })
  })

  it('has no spread among equal values', () => {
    expect(meanAndSd([0.1, 0.1, 0.1]).sd).toBe(0)
  })
})
