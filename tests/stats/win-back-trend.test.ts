import { describe, expect, it } from 'vitest'
import { winBackTrend } from '../../src/stats/win-back-trend.ts'
import type { Loss } from '../../src/stats/win-back-trend.ts'

/** `won` of `n` losses on a day are won back after 30 days; the rest is watched until `asOf`. */
function losses(lostOn: number, n: number, won: number, asOf: number): Loss[] {
  return [
    { lostOn, time: 30, event: true, count: won },
    { lostOn, time: asOf - lostOn, event: false, count: n - won },
  ]
}

describe('winBackTrend', () => {
  it('sees no change between equal halves, though the newer half had less time', () => {
    const result = winBackTrend([...losses(0, 50, 10, 500), ...losses(400, 50, 10, 500)])
    expect(result.change).toBeCloseTo(0, 14)
    expect(result.pLess).toBeCloseTo(0.5, 12)
  })

  it('sees a fall: 40 of 100 against 10 of 100', () => {
    const { change, z, pLess } = winBackTrend([...losses(0, 100, 40, 900), ...losses(300, 100, 10, 900)])
    // Greenwood without censoring is the binomial error.
    const se = Math.sqrt((0.4 * 0.6) / 100 + (0.1 * 0.9) / 100)
    expect(change).toBeCloseTo(-0.3, 12)
    expect(z).toBeCloseTo(-0.3 / se, 10)
    expect(pLess).toBeLessThan(1e-6)
  })

  it('splits in the middle of the time, not of the losses', () => {
    const days = [0, 1, 2, 3, 4, 5, 100]
    const { older, newer } = winBackTrend(days.flatMap((day) => losses(day, 10, 2, 400)))
    expect([older?.n, newer?.n]).toEqual([60, 10])
  })

  it('says what is missing', () => {
    expect(winBackTrend([])).toMatchObject({ older: null, pLess: null, reason: 'all losses are on one day' })
    expect(winBackTrend(losses(5, 10, 1, 300)).reason).toBe('all losses are on one day')
    const none = [...losses(0, 10, 0, 500), ...losses(100, 10, 0, 500)]
    expect(winBackTrend(none).reason).toBe('nothing was won back in either half')
    const young = [...losses(0, 10, 2, 500), ...losses(450, 10, 0, 500)]
    expect(winBackTrend(young).reason).toBe('no deal was watched for 180 days')
  })
})
