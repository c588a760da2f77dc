import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pettitt } from '../../src/stats/pettitt.ts'
import { agreesWithReference } from './reference.ts'

agreesWithReference('pettitt', z.object({ y: z.array(z.number()) }), ({ y }) => {
  const result = pettitt(y)
  return { ...result, K: result.k }
})

describe('pettitt', () => {
  it('finds the step', () => {
    expect(pettitt([9, 9, 9, 9, 2, 2, 2])).toMatchObject({ k: 12, tau: 4 })
  })

  it('has no answer for fewer than two points', () => {
    expect(pettitt([1])).toEqual({ k: null, tau: null, p: null, reason: 'fewer than 2 points' })
    expect(pettitt([]).p).toBeNull()
  })
})
