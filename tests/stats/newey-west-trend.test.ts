import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { neweyWestTrend } from '../../src/stats/newey-west-trend.ts'
import { agreesWithReference, withStatus } from './reference.ts'

const input = z.object({ x: z.array(z.number()), y: z.array(z.number()), lag: z.number().nullable() })

agreesWithReference('ols_newey_west', input, ({ x, y, lag }) => {
  const trend = neweyWestTrend(x, y, lag === null ? {} : { lag })
  return { ...withStatus(trend), seOLS: trend.seOls, seHAC: trend.seHac }
})

describe('neweyWestTrend', () => {
  it('is White’s error with lag 0', () => {
    // Residuals of 0 1 0 1 on 0 1 2 3: slope 0.2; u = e · dx; se² = 4/2 · Σu² / 25.
    const e = [-0.2, 0.6, -0.6, 0.2]
    const u = e.map((residual, i) => residual * (i - 1.5))
    const squares = u.reduce((sum, value) => sum + value * value, 0)
    const { slope, seHac } = neweyWestTrend([0, 1, 2, 3], [0, 1, 0, 1], { lag: 0 })
    expect(slope).toBeCloseTo(0.2, 14)
    expect(seHac).toBeCloseTo(Math.sqrt((2 * squares) / 25), 14)
  })

  it('says what is missing', () => {
    expect(neweyWestTrend([1, 2], [1, 2]).reason).toBe('two points leave no spread')
    expect(neweyWestTrend([], [])).toMatchObject({ n: 0, slope: null, reason: 'fewer than 2 points' })
    expect(neweyWestTrend([1, 1, 1], [1, 2, 3]).reason).toBe('all x are the same')
  })

  it('is flat for equal values', () => {
    expect(neweyWestTrend([1, 2, 3, 4], [5, 5, 5, 5])).toMatchObject({ slope: 0, seHac: 0, t: 0, p: 1 })
  })

  it('refuses half a lag', () => {
    expect(() => neweyWestTrend([1, 2, 3], [1, 2, 3], { lag: 1.5 })).toThrow(RangeError)
  })
})
