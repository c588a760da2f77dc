import { describe, expect, it } from 'vitest'
import { kaplanMeier } from '../../src/stats/kaplan-meier.ts'
import { survivalAt } from '../../src/stats/survival-at.ts'

describe('survivalAt', () => {
  const curve = kaplanMeier([
    { time: 5, event: true },
    { time: 10, event: false },
    { time: 20, event: true },
    { time: 30, event: false },
  ])

  it('is 1 before the first step and keeps the last one for ever', () => {
    expect(survivalAt(curve, 4.9)).toMatchObject({ survival: 1, se: 0, lower: 1, upper: 1, atRisk: 4 })
    expect(survivalAt(curve, 1000)).toMatchObject({ survival: 0.375, atRisk: 0 })
  })

  it('counts a step at its own time', () => {
    expect(survivalAt(curve, 5)).toMatchObject({ survival: 0.75, atRisk: 4 })
    expect(survivalAt(curve, 20)).toMatchObject({ survival: 0.375, atRisk: 2 })
  })

  it('has no answer on an empty curve, and no spread where nobody is left', () => {
    expect(survivalAt(kaplanMeier([]), 5)).toMatchObject({ survival: null, atRisk: 0, reason: 'no records' })
    expect(survivalAt(kaplanMeier([{ time: 1, event: true }]), 5)).toMatchObject({
      survival: 0,
      se: null,
      reason: 'nobody is left at this time',
    })
  })
})
