import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { kaplanMeier } from '../../src/stats/kaplan-meier.ts'
import { survivalQuantile } from '../../src/stats/survival-quantile.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({
  time: z.array(z.number()),
  event: z.array(z.number()),
  probs: z.array(z.number()),
  conf: z.number(),
})

agreesWithReference('km_quantile', input, ({ time, event, probs, conf }) => {
  const curve = kaplanMeier(
    time.map((days, i) => ({ time: days, event: event[i] === 1 })),
    conf,
  )
  const read = probs.map((p) => survivalQuantile(curve, p))
  return {
    quantile: read.map(({ quantile }) => quantile),
    lower: read.map(({ lower }) => lower),
    upper: read.map(({ upper }) => upper),
  }
})

describe('survivalQuantile', () => {
  it('says how long was watched when the curve does not fall that far', () => {
    const curve = kaplanMeier([
      { time: 10, event: true },
      { time: 90, event: false, count: 9 },
    ])
    expect(survivalQuantile(curve, 0.5)).toMatchObject({
      quantile: null,
      upper: null,
      lastFollowUp: 90,
      reason: 'the curve does not fall that far',
    })
  })

  it('takes the middle of a stretch at exactly 1 - p', () => {
    const curve = kaplanMeier([2, 4, 8, 20].map((time) => ({ time, event: true })))
    expect(survivalQuantile(curve, 0.5).quantile).toBe(6)
  })

  it('has no answer without records and refuses p of 0 and 1', () => {
    expect(survivalQuantile(kaplanMeier([]), 0.5)).toMatchObject({ quantile: null, reason: 'no records' })
    expect(() => survivalQuantile(kaplanMeier([]), 0)).toThrow(RangeError)
    expect(() => survivalQuantile(kaplanMeier([]), 1)).toThrow(RangeError)
  })
})
