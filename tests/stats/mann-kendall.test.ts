import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { mannKendall } from '../../src/stats/mann-kendall.ts'
import { agreesWithReference } from './reference.ts'

agreesWithReference('mann_kendall', z.object({ y: z.array(z.number()) }), ({ y }) => {
  const result = mannKendall(y)
  return { ...result, S: result.s }
})

describe('mannKendall', () => {
  it('has no answer for fewer than three points', () => {
    expect(mannKendall([])).toMatchObject({ n: 0, p: null, reason: 'fewer than 3 points' })
    expect(mannKendall([1, 2]).z).toBeNull()
  })

  it('has a p of 1 but no tau when nothing changes', () => {
    expect(mannKendall([2, 2, 2])).toMatchObject({ p: 1, tau: null, reason: 'all values are the same' })
  })

  it('turns round when the series is turned over', () => {
    const up = mannKendall([1, 3, 2, 5, 4, 6])
    const down = mannKendall([-1, -3, -2, -5, -4, -6])
    expect(down.pLess).toBe(up.pGreater)
    expect(down.tau).toBe(-(up.tau ?? 0))
  })
})
