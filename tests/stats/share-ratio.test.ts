import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { shareRatio } from '../../src/stats/share-ratio.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({ x1: z.number(), n1: z.number(), x2: z.number(), n2: z.number(), conf: z.number() })

agreesWithReference('risk_ratio_mover', input, ({ x1, n1, x2, n2, conf }) => {
  const { ratio, lower, upper } = shareRatio(x1, n1, x2, n2, conf)
  // R answers NaN to 0/0.
  return { ratio: ratio ?? Number.NaN, lower, upper }
})

describe('shareRatio', () => {
  it('has no answer when a group is empty', () => {
    expect(shareRatio(0, 0, 1, 2)).toEqual({
      ratio: null,
      lower: null,
      upper: null,
      reason: 'one of the groups is empty',
    })
  })

  it('has no ratio when both shares are 0, and says that everything is possible', () => {
    expect(shareRatio(0, 5, 0, 5)).toEqual({
      ratio: null,
      lower: 0,
      upper: Infinity,
      reason: 'both shares are 0',
    })
  })

  it('turns into its inverse when the groups change places', () => {
    const one = shareRatio(12, 40, 7, 60)
    const other = shareRatio(7, 60, 12, 40)
    expect(one.ratio).toBeCloseTo(1 / (other.ratio ?? 0), 12)
    expect(one.lower).toBeCloseTo(1 / (other.upper ?? 0), 12)
    expect(one.upper).toBeCloseTo(1 / (other.lower ?? 0), 12)
  })

  it('holds 1 when the shares are the same', () => {
    const { lower, upper } = shareRatio(10, 10, 10, 10)
    expect(lower).toBeLessThan(1)
    expect(upper).toBeGreaterThan(1)
  })
})
