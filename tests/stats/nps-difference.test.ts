import { integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { npsDifference } from '../../src/stats/nps-difference.ts'
import { holds } from './holds.ts'
import { agreesWithReference } from './reference.ts'

const countsOf = ([detractors, passives, promoters]: readonly [number, number, number]) => ({
  detractors,
  passives,
  promoters,
})
const counts = z.tuple([z.number(), z.number(), z.number()])

agreesWithReference(
  'nps_diff_mover',
  z.object({ x: counts, y: counts, conf: z.number() }),
  ({ x, y, conf }) => npsDifference(countsOf(x), countsOf(y), conf),
)

describe('npsDifference', () => {
  it('gives 1/2 when both are the same', () => {
    expect(npsDifference(countsOf([2, 3, 5]), countsOf([20, 30, 50])).pLess).toBe(0.5)
  })

  it('has no answer when a side is empty', () => {
    expect(npsDifference(countsOf([0, 0, 0]), countsOf([1, 1, 1]))).toEqual({
      diff: null,
      lower: null,
      upper: null,
      pLess: null,
      reason: 'one side has no valid ratings',
    })
  })

  it('turns round when the sides change places', () => {
    const count = integer({ min: 0, max: 30 })
    const side = tuple(count, count, integer({ min: 1, max: 30 }))
    holds(
      property(side, side, (x, y) => {
        const forth = npsDifference(countsOf(x), countsOf(y))
        const back = npsDifference(countsOf(y), countsOf(x))
        if (forth.reason !== null || back.reason !== null) throw new Error('defined for n > 0')
        expect(forth.diff).toBeCloseTo(-back.diff, 12)
        expect(forth.lower).toBeCloseTo(-back.upper, 9)
        expect(forth.pLess + back.pLess).toBeCloseTo(1, 7)
      }),
      60,
    )
  })

  it('agrees with its own interval: p is 0.025 where the 95 % interval just touches 0', () => {
    const x = countsOf([12, 8, 10])
    const y = countsOf([200, 300, 500])
    const { pLess } = npsDifference(x, y)
    const touching = npsDifference(x, y, 1 - 2 * (pLess ?? 0))
    expect(touching.upper).toBeCloseTo(0, 6)
  })
})
