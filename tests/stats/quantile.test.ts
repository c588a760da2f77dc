import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { quantile } from '../../src/stats/quantile.ts'
import { agreesWithReference } from './reference.ts'

agreesWithReference('quantile7', z.object({ x: z.array(z.number()), p: z.number() }), ({ x, p }) =>
  quantile(x, p),
)

describe('quantile', () => {
  it('interpolates between neighbours', () => {
    expect(quantile([1, 2, 3, 4], 0.25).quantile).toBe(1.75)
    expect(quantile([4, 3, 2, 1], 1).quantile).toBe(4)
    expect(quantile([5], 0.3).quantile).toBe(5)
  })

  it('has no answer for no values and refuses p outside 0 … 1', () => {
    expect(quantile([], 0.5)).toEqual({ quantile: null, reason: 'no values' })
    expect(() => quantile([1], 1.1)).toThrow(RangeError)
  })
})
