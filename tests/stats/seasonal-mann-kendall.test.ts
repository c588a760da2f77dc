import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { mannKendall } from '../../src/stats/mann-kendall.ts'
import { seasonalMannKendall } from '../../src/stats/seasonal-mann-kendall.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({ y: z.array(z.number()), period: z.number() })

agreesWithReference('seasonal_mann_kendall', input, ({ y, period }) => {
  const result = seasonalMannKendall(y, period)
  return { ...result, S: result.s }
})

describe('seasonalMannKendall', () => {
  it('sees a rise that a season hides', () => {
    const season = [0, 0, 0, 0, 0, 90, 90, 90, 0, 0, 0, 0]
    const y = [...season, ...season.map((value) => value + 1)]
    expect(seasonalMannKendall(y).z).toBeCloseTo(11 / Math.sqrt(12), 14)
  })

  it('is the plain test for a single season', () => {
    const y = [3, 1, 4, 1, 5, 9, 2, 6]
    expect(seasonalMannKendall(y, 1).p).toBe(mannKendall(y).p)
  })

  it('says why it has no answer', () => {
    expect(seasonalMannKendall([1, 2, 3]).reason).toBe('no season has two values')
    expect(seasonalMannKendall([5, 5, 5, 5], 2).reason).toBe('all values of a season are the same')
    expect(() => seasonalMannKendall([1, 2], 0)).toThrow(RangeError)
  })
})
