import { describe, expect, it } from 'vitest'
import { funnelCohorts } from '../../src/stats/funnel-cohorts.ts'

describe('funnelCohorts', () => {
  it('weighs young leads by what leads of their age have shown so far', () => {
    // 100 old leads: 10 convert on day 10, 10 on day 60. 10 leads are 30 days old: half of their chance is
    // behind them.
    const { months, horizonRate, followUpDays } = funnelCohorts(
      [
        { month: '2024-01', ageDays: 150, lagDays: 10, count: 10 },
        { month: '2024-01', ageDays: 150, lagDays: 60, count: 10 },
        { month: '2024-01', ageDays: 150, lagDays: null, count: 80 },
        { month: '2024-05', ageDays: 30, lagDays: 10, count: 1 },
        { month: '2024-05', ageDays: 30, lagDays: null, count: 9 },
      ],
      { asOf: '2024-05-31' },
    )
    // S(10) = 99/110 = 0.9; S(60) = 0.9 · 80/90 = 0.8.
    expect(horizonRate).toBeCloseTo(0.2, 14)
    expect(followUpDays).toBe(90)
    expect(months.map(({ month }) => month)).toEqual(['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'])
    expect(months[0]).toEqual({
      month: '2024-01',
      leads: 100,
      conversions: 20,
      expectedMature: 100,
      maturity: 1,
      usable: true,
    })
    expect(months[1]).toEqual({
      month: '2024-02',
      leads: 0,
      conversions: 0,
      expectedMature: 0,
      maturity: null,
      usable: false,
    })
    expect(months[4]?.expectedMature).toBeCloseTo(5, 12)
    expect(months[4]).toMatchObject({ leads: 10, conversions: 1, usable: true })
  })

  it('leaves the running month out of the table but not out of the curve', () => {
    const groups = [
      { month: '2024-04', ageDays: 59, lagDays: 5, count: 3 },
      { month: '2024-05', ageDays: 29, lagDays: 5, count: 2 },
    ]
    expect(funnelCohorts(groups, { asOf: '2024-05-30' }).months.map(({ month }) => month)).toEqual([
      '2024-04',
    ])
    expect(funnelCohorts(groups, { asOf: '2024-05-30' }).curve.n).toBe(5)
    expect(funnelCohorts(groups, { asOf: '2024-05-31' }).months).toHaveLength(2)
  })

  it('drops and counts what cannot be', () => {
    const result = funnelCohorts(
      [
        { month: '2024-01', ageDays: 100, lagDays: -3, count: 4 },
        { month: '2024-05', ageDays: -3, lagDays: null, count: 2 },
        { month: '2024-01', ageDays: 100, lagDays: null, count: 7 },
      ],
      { asOf: '2024-04-30' },
    )
    expect(result).toMatchObject({ droppedImpossible: 4, droppedFuture: 2, horizonRate: 0 })
    expect(result.months[0]).toMatchObject({ leads: 7, expectedMature: null, maturity: null, usable: false })
  })

  it('counts a conversion only within the horizon and up to the as-of date', () => {
    const { months } = funnelCohorts(
      [
        { month: '2024-01', ageDays: 100, lagDays: 90, count: 1 },
        { month: '2024-01', ageDays: 100, lagDays: 91, count: 1 },
        { month: '2024-02', ageDays: 60, lagDays: 60, count: 1 },
        { month: '2024-02', ageDays: 60, lagDays: 61, count: 1 },
      ],
      { asOf: '2024-03-31' },
    )
    expect(months.map(({ conversions }) => conversions)).toEqual([1, 1, 0])
  })

  it('is empty without leads', () => {
    expect(funnelCohorts([], { asOf: '2024-03-31' })).toMatchObject({
      months: [],
      horizonRate: null,
      followUpDays: 0,
    })
  })

  it('refuses a horizon of 0 and half leads', () => {
    expect(() => funnelCohorts([], { asOf: '2024-03-31', horizonDays: 0 })).toThrow(RangeError)
    const half = [{ month: '2024-01', ageDays: 1, lagDays: null, count: 0.5 }]
    expect(() => funnelCohorts(half, { asOf: '2024-03-31' })).toThrow(RangeError)
  })
})
