import { describe, expect, it } from 'vitest'
import { winBackRate } from '../../src/stats/win-back-rate.ts'

describe('winBackRate', () => {
  it('is the plain share when everybody was watched long enough', () => {
    const result = winBackRate([
      { time: 30, event: true },
      { time: 200, event: false, count: 3 },
    ])
    expect(result).toMatchObject({ n: 4, events: 1, atRisk: 3 })
    expect(result.rate).toBeCloseTo(0.25, 14)
  })

  it('does not count a loss of yesterday against the rate', () => {
    const watched = [
      { time: 30, event: true, count: 10 },
      { time: 200, event: false, count: 30 },
    ]
    const withNew = [...watched, { time: 1, event: false, count: 40 }]
    expect(winBackRate(withNew).rate).toBeCloseTo(0.25, 14)
  })

  it('gives Wilson’s upper limit when nothing was won back', () => {
    // 0 of 3: z² / (3 + z²)
    const z2 = 1.959963984540054 ** 2
    expect(winBackRate([{ time: 200, event: false, count: 3 }]).upper).toBeCloseTo(z2 / (3 + z2), 12)
  })

  it('says what is missing', () => {
    expect(winBackRate([])).toMatchObject({ n: 0, rate: null, reason: 'no lost deals' })
    expect(winBackRate([{ time: 20, event: false }]).reason).toBe('no deal was watched for 180 days')
    expect(winBackRate([{ time: 20, event: true }]).reason).toBe('every deal watched was won back')
  })
})
