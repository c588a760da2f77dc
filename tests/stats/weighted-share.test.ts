import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { weightedShare } from '../../src/stats/weighted-share.ts'
import { agreesWithReference, withStatus } from './reference.ts'

const input = z.object({ value: z.array(z.number().nullable()), hit: z.array(z.number()), conf: z.number() })

agreesWithReference('weighted_share', input, ({ value, hit, conf }) =>
  withStatus(
    weightedShare(
      value,
      hit.map((flag) => flag === 1),
      conf,
    ),
  ),
)

describe('weightedShare', () => {
  it('leaves out and counts what is no positive amount', () => {
    expect(weightedShare([100, null, -5, 0, 300], [true, true, true, true, false])).toMatchObject({
      dropped: 3,
      n: 2,
      share: 0.25,
    })
  })

  it('reaches the ends exactly', () => {
    expect(weightedShare([0.1, 0.2, 0.3], [true, true, true]).upper).toBe(1)
    expect(weightedShare([0.1, 0.2, 0.3], [false, false, false]).lower).toBe(0)
  })

  it('has no answer for an empty list and refuses lists of different length', () => {
    expect(weightedShare([], []).reason).toBe('no positive amounts')
    expect(() => weightedShare([1], [])).toThrow(RangeError)
  })
})
