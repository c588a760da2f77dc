import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { compoundGrowth } from '../../src/stats/compound-growth.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({ first: z.number(), last: z.number(), periods: z.number() })

agreesWithReference('growth_cagr', input, ({ first, last, periods }) => ({
  cagr: compoundGrowth(first, last, periods).growth,
}))

describe('compoundGrowth', () => {
  it('says why there is none', () => {
    expect(compoundGrowth(0, 5, 3).reason).toBe('the first value is not above 0')
    expect(compoundGrowth(5, -1, 3).reason).toBe('the last value is below 0')
    expect(compoundGrowth(5, 6, 0).reason).toBe('no time has passed')
  })

  it('undoes itself', () => {
    const { growth } = compoundGrowth(80, 200, 7)
    expect(80 * (1 + (growth ?? 0)) ** 7).toBeCloseTo(200, 10)
  })
})
