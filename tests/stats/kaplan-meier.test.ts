import { array, boolean, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { kaplanMeier } from '../../src/stats/kaplan-meier.ts'
import { survivalAt } from '../../src/stats/survival-at.ts'
import { holds } from './holds.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({
  time: z.array(z.number()),
  event: z.array(z.number()),
  at: z.array(z.number()),
  conf: z.number(),
})

agreesWithReference('kaplan_meier', input, ({ time, event, at, conf }) => {
  const curve = kaplanMeier(
    time.map((days, i) => ({ time: days, event: event[i] === 1 })),
    conf,
  )
  const read = at.map((days) => survivalAt(curve, days))
  return {
    nRisk: read.map(({ atRisk }) => atRisk),
    surv: read.map(({ survival }) => survival),
    se: read.map(({ se }) => se),
    lower: read.map(({ lower }) => lower),
    upper: read.map(({ upper }) => upper),
  }
})

describe('kaplanMeier', () => {
  it('follows the worked example', () => {
    const happened = [5, 8, 12, 25].map((time) => ({ time, event: true }))
    const waiting = [8, 20, 25, 30].map((time) => ({ time, event: false }))
    const { steps, n, events } = kaplanMeier([...happened, ...waiting])
    expect({ n, events }).toEqual({ n: 8, events: 4 })
    expect(steps.map(({ time }) => time)).toEqual([5, 8, 12, 20, 25, 30])
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([8, 7, 5, 4, 3, 1])
    const expected = [7 / 8, 6 / 8, 6 / 10, 6 / 10, 4 / 10, 4 / 10]
    steps.forEach(({ survival }, i) => expect(survival).toBeCloseTo(expected[i] ?? 0, 14))
  })

  it('is empty without records', () => {
    expect(kaplanMeier([])).toEqual({ n: 0, events: 0, steps: [], reason: 'no records' })
    expect(kaplanMeier([{ time: 3, event: true, count: 0 }]).n).toBe(0)
  })

  it('falls to 0 without a limit when the last one gets there', () => {
    expect(kaplanMeier([{ time: 3, event: true }]).steps[0]).toMatchObject({
      survival: 0,
      se: null,
      lower: null,
    })
  })

  it('takes counts for so many alike records', () => {
    const some = record({
      time: integer({ min: 0, max: 9 }),
      event: boolean(),
      count: integer({ min: 0, max: 4 }),
    })
    holds(
      property(array(some, { maxLength: 12 }), (records) => {
        const one = records.flatMap(({ time, event, count }) =>
          Array.from({ length: count }, () => ({ time, event })),
        )
        expect(kaplanMeier(records)).toEqual(kaplanMeier(one))
      }),
    )
  })

  it('refuses negative times and counts', () => {
    expect(() => kaplanMeier([{ time: -1, event: true }])).toThrow(RangeError)
    expect(() => kaplanMeier([{ time: 1, event: true, count: -1 }])).toThrow(RangeError)
  })
})
