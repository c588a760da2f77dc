import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { linearTrend } from '../../src/stats/linear-trend.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({ x: z.array(z.number()), y: z.array(z.number()), conf: z.number() })

agreesWithReference('ols_simple', input, ({ x, y, conf }) => {
  const line = linearTrend(x, y, conf)
  return { ...line, residSd: line.residualSd }
})

describe('linearTrend', () => {
  it('says what is missing', () => {
    expect(linearTrend([], [])).toMatchObject({ n: 0, status: 'undefined', reason: 'fewer than 2 points' })
    expect(linearTrend([0.1, 0.1, 0.1], [1, 2, 3]).status).toBe('undefined')
    expect(linearTrend([1, 2, 3], [0.1, 0.1, 0.1])).toMatchObject({ slope: 0, p: 1, r2: null })
    expect(linearTrend([3, 3], [1, 2]).reason).toBe('all x are the same')
    expect(linearTrend([1, 2], [3, 7])).toMatchObject({
      status: 'exact',
      slope: 4,
      intercept: -1,
      seSlope: null,
    })
    expect(linearTrend([1, 2, 3], [4, 4, 4])).toMatchObject({
      slope: 0,
      p: 1,
      r2: null,
      reason: 'all y are the same',
    })
  })

  it('fits an exact line with r² 1', () => {
    expect(linearTrend([0, 1, 2, 3], [5, 7, 9, 11])).toMatchObject({ slope: 2, intercept: 5, r2: 1 })
  })

  it('refuses lists of different length', () => {
    expect(() => linearTrend([1, 2], [1])).toThrow(RangeError)
  })
})
