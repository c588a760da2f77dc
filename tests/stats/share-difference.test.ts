import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { shareDifference } from '../../src/stats/share-difference.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({ x1: z.number(), n1: z.number(), x2: z.number(), n2: z.number(), conf: z.number() })

agreesWithReference('newcombe_diff', input, ({ x1, n1, x2, n2, conf }) =>
  shareDifference(x1, n1, x2, n2, conf),
)

describe('shareDifference', () => {
  it('has no answer when a group is empty', () => {
    expect(shareDifference(0, 0, 1, 2)).toMatchObject({ diff: null, reason: 'one of the groups is empty' })
    expect(shareDifference(1, 2, 0, 0).diff).toBeNull()
  })

  it('stays within -1 and 1 between nobody and everybody', () => {
    const { diff, lower, upper } = shareDifference(5, 5, 0, 5)
    expect(diff).toBe(1)
    expect(upper).toBe(1)
    expect(lower).toBeGreaterThan(0)
  })

  it('is symmetric around 0 for equal shares of equal groups', () => {
    const { lower, upper } = shareDifference(5, 10, 5, 10)
    expect(lower).toBeCloseTo(-(upper ?? 0), 14)
  })
})
