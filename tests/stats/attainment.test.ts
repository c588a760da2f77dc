import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { attainmentOf } from '../../src/stats/attainment.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({ booked: z.number().nullable(), target: z.number().nullable() })

agreesWithReference('attainment', input, ({ booked, target }) => attainmentOf(booked, target))

describe('attainmentOf', () => {
  it('forgives the rounding of a sum of cents', () => {
    expect(attainmentOf(0.1 + 0.2, 0.3).hit).toBe(true)
    expect(attainmentOf(299_999.99, 300_000).hit).toBe(false)
  })

  it('says which side is missing', () => {
    expect(attainmentOf(1, null).reason).toBe('no target given')
    expect(attainmentOf(null, 1).reason).toBe('no booked amount given')
    expect(attainmentOf(1, 0).reason).toBe('the target is not above 0')
  })
})
