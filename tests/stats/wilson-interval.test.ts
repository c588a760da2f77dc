import { integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { wilsonInterval } from '../../src/stats/wilson-interval.ts'
import { holds } from './holds.ts'
import { agreesWithReference } from './reference.ts'

agreesWithReference(
  'wilson_ci',
  z.object({ x: z.number(), n: z.number(), conf: z.number() }),
  ({ x, n, conf }) => wilsonInterval(x, n, conf),
)

describe('wilsonInterval', () => {
  it('has no answer for nothing', () => {
    expect(wilsonInterval(0, 0)).toEqual({
      share: null,
      lower: null,
      upper: null,
      reason: 'nothing to take a share of',
    })
  })

  it('touches the ends exactly', () => {
    expect(wilsonInterval(0, 1000).lower).toBe(0)
    expect(wilsonInterval(1000, 1000).upper).toBe(1)
  })

  it('holds the share, and mirrors when hits and misses change places', () => {
    holds(
      property(integer({ min: 0, max: 500 }), integer({ min: 1, max: 500 }), (hits, misses) => {
        const n = hits + misses
        const one = wilsonInterval(hits, n)
        const other = wilsonInterval(misses, n)
        if (one.reason !== null || other.reason !== null) throw new Error('defined for n > 0')
        expect(one.lower).toBeLessThanOrEqual(one.share)
        expect(one.upper).toBeGreaterThanOrEqual(one.share)
        expect(one.lower).toBeCloseTo(1 - other.upper, 12)
      }),
    )
  })

  it('refuses more hits than cases', () => {
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError)
    expect(() => wilsonInterval(Number.NaN, 2)).toThrow(RangeError)
  })
})
