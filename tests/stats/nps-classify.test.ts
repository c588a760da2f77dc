import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { classifyRatings } from '../../src/stats/nps-classify.ts'
import { agreesWithReference } from './reference.ts'

agreesWithReference('nps_classify', z.object({ ratings: z.array(z.number().nullable()) }), ({ ratings }) =>
  classifyRatings(ratings),
)

describe('classifyRatings', () => {
  it('puts the edges of the classes on the right side', () => {
    expect(classifyRatings([0, 6])).toMatchObject({ detractors: 2, passives: 0, promoters: 0 })
    expect(classifyRatings([7, 8])).toMatchObject({ detractors: 0, passives: 2, promoters: 0 })
    expect(classifyRatings([9, 10])).toMatchObject({ detractors: 0, passives: 0, promoters: 2 })
  })

  it('counts what is no rating and leaves it out', () => {
    expect(classifyRatings([Number.NaN, Infinity, 10.5, -0.5, null])).toMatchObject({
      invalid: 5,
      n: 0,
      nps: null,
      reason: 'no valid ratings',
    })
  })
})
