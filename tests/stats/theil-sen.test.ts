import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { theilSen } from '../../src/stats/theil-sen.ts'
import { agreesWithReference } from './reference.ts'

agreesWithReference('theil_sen', z.object({ y: z.array(z.number()), conf: z.number() }), ({ y, conf }) =>
  theilSen(y, conf),
)

describe('theilSen', () => {
  it('does not mind one wild month', () => {
    expect(theilSen([1, 2, 3, 4, 500, 6, 7, 8, 9]).slope).toBe(1)
  })

  it('is flat for equal values and undefined for fewer than two', () => {
    expect(theilSen([4, 4, 4])).toMatchObject({ slope: 0, lower: 0, upper: 0 })
    expect(theilSen([4])).toMatchObject({ slope: null, reason: 'fewer than 2 points' })
    expect(theilSen([]).slope).toBeNull()
  })
})
