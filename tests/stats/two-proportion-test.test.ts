import { integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fisherIrwinTest } from '../../src/stats/fisher-irwin-test.ts'
import { twoProportionTest } from '../../src/stats/two-proportion-test.ts'
import { holds } from './holds.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({ x1: z.number(), n1: z.number(), x2: z.number(), n2: z.number() })

agreesWithReference('two_prop_test', input, ({ x1, n1, x2, n2 }) => ({
  ...twoProportionTest(x1, n1, x2, n2),
  fisherP: fisherIrwinTest(x1, n1, x2, n2).p,
}))

describe('twoProportionTest', () => {
  it('has no answer when a group is empty', () => {
    expect(twoProportionTest(0, 0, 1, 2)).toMatchObject({ method: 'undefined', p: null })
  })

  it('does not care which group comes first, nor whether hits or misses are counted', () => {
    const hits = integer({ min: 0, max: 80 })
    const misses = integer({ min: 1, max: 80 })
    holds(
      property(hits, misses, hits, misses, (x1, y1, x2, y2) => {
        const p = twoProportionTest(x1, x1 + y1, x2, x2 + y2).p ?? Number.NaN
        expect(twoProportionTest(x2, x2 + y2, x1, x1 + y1).p).toBeCloseTo(p, 10)
        expect(twoProportionTest(y1, x1 + y1, y2, x2 + y2).p).toBeCloseTo(p, 10)
        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('does not overflow on millions', () => {
    expect(twoProportionTest(3e8, 1e9, 3e8, 1e9).p).toBeCloseTo(1, 12)
    expect(twoProportionTest(3.001e8, 1e9, 3e8, 1e9).p).toBeLessThan(1e-5)
  })
})
