import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { elasticity } from '../../src/stats/elasticity.ts'
import { agreesWithReference, withStatus } from './reference.ts'

const input = z.object({ leads: z.array(z.number()), conversions: z.array(z.number()), conf: z.number() })

agreesWithReference('elasticity', input, ({ leads, conversions, conf }) =>
  withStatus(elasticity(leads, conversions, { confidence: conf })),
)

describe('elasticity', () => {
  it('is 1 when conversions are a fixed share of leads', () => {
    const result = elasticity([100, 200, 400, 300], [10, 20, 40, 30])
    expect(result.elasticity).toBeCloseTo(1, 10)
    expect(result.pBelow1).toBeCloseTo(0.5, 6)
  })

  it('is 0 when conversions stay the same whatever the leads', () => {
    expect(elasticity([100, 200, 400, 300], [10, 10, 10, 10]).elasticity).toBeCloseTo(0, 10)
  })

  it('says how much leads varied', () => {
    const { spread } = elasticity([100, 100 * Math.E, 100, 100 * Math.E], [5, 9, 6, 8])
    // ln leads is two times 0 and two times 1 above its base.
    expect(spread).toBeCloseTo(Math.sqrt(1 / 3), 12)
  })

  it('says why there is none', () => {
    expect(elasticity([100, 100, 100], [1, 2, 3]).reason).toBe('leads are the same every month')
    expect(elasticity([100, 0, 0], [1, 2, 3])).toMatchObject({ n: 1, elasticity: null })
    expect(elasticity([], []).reason).toBe('fewer than 3 months')
  })
})
