import { describe, expect, it } from 'vitest'
import { funnelGap } from '../../src/stats/funnel-gap.ts'
import type { LeadGroup } from '../../src/stats/lead-groups.ts'

/** One group of converted and one of unconverted leads per month of 2023, all given their time. */
function year(leads: (month: number) => number, rate: (month: number) => number): LeadGroup[] {
  return Array.from({ length: 12 }, (_, i) => i).flatMap((i) => {
    const month = `2023-${String(i + 1).padStart(2, '0')}`
    const converted = Math.round(leads(i) * rate(i))
    return [
      { month, ageDays: 200 + 30 * (12 - i), lagDays: 20, count: converted },
      { month, ageDays: 200 + 30 * (12 - i), lagDays: null, count: leads(i) - converted },
    ]
  })
}

const asOf = '2023-12-31'
const growing = (month: number) => Math.round(300 * 1.04 ** month)

describe('funnelGap', () => {
  it('calls a growing funnel with a falling rate a problem', () => {
    const result = funnelGap(
      year(growing, (month) => 0.3 * 0.93 ** month),
      { asOf },
    )
    expect(result).toMatchObject({
      verdict: 'problem',
      conversionDecline: false,
      alpha: 0.01,
      usableMonths: 12,
    })
    expect(result.gapSlope).toBeCloseTo(Math.log(0.93), 2)
    expect(result.totalGap).toBeCloseTo(0.93 ** 11 - 1, 2)
    expect(result.leadsGrowth).toBeCloseTo(Math.log(1.04), 3)
  })

  it('calls a growing funnel with a steady rate ok', () => {
    expect(
      funnelGap(
        year(growing, () => 0.3),
        { asOf },
      ),
    ).toMatchObject({ verdict: 'ok', conversionDecline: false })
  })

  it('calls a falling rate without growth a conversion decline, not a problem', () => {
    const result = funnelGap(
      year(
        () => 300,
        (month) => 0.3 * 0.93 ** month,
      ),
      { asOf },
    )
    expect(result).toMatchObject({ verdict: 'ok', conversionDecline: true })
  })

  it('only watches when the evidence is weak', () => {
    const result = funnelGap(
      year(
        (month) => Math.round(60 * 1.06 ** month),
        (month) => 0.3 * 0.96 ** month,
      ),
      { asOf },
    )
    expect(result.verdict).toBe('watch')
  })

  it('does not take the youth of the newest months for a fall', () => {
    // A steady 30 %: a third converts on day 10, a third on day 40, a third on day 80; seen on the last day
    // of the year.
    const groups: LeadGroup[] = []
    for (let i = 0; i < 12; i++) {
      const ageDays = 15 + 30 * (11 - i)
      const month = `2023-${String(i + 1).padStart(2, '0')}`
      const each = Math.round(growing(i) / 10)
      for (const lag of [10, 40, 80]) {
        groups.push({ month, ageDays, lagDays: lag <= ageDays ? lag : null, count: each })
      }
      groups.push({ month, ageDays, lagDays: null, count: growing(i) - 3 * each })
    }
    const result = funnelGap(groups, { asOf: '2023-12-31' })
    expect(result.verdict).toBe('ok')
    expect(Math.abs(result.totalGap ?? 1)).toBeLessThan(0.05)
    const naive = result.months.map(({ leads, conversions }) => conversions / leads)
    expect(naive.at(-1)).toBeLessThan((naive[0] ?? 0) / 2)
  })

  it('says why it cannot judge', () => {
    const few = year(growing, () => 0.3).filter(({ month }) => month <= '2023-05')
    expect(funnelGap(few, { asOf }).reason).toBe('fewer than 6 usable months')
    const rare = year(
      () => 100,
      () => 0.01,
    )
    expect(funnelGap(rare, { asOf })).toMatchObject({
      verdict: 'insufficient',
      reason: 'fewer than 20 conversions',
      gapSlope: null,
      conversionDecline: null,
      usableMonths: 12,
    })
    expect(
      funnelGap(
        year(growing, () => 0),
        { asOf },
      ).reason,
    ).toBe('no conversions within 90 days')
    expect(funnelGap([], { asOf }).reason).toBe('no leads')
  })

  it('judges a funnel in which everybody converts', () => {
    expect(
      funnelGap(
        year(growing, () => 1),
        { asOf },
      ),
    ).toMatchObject({ verdict: 'ok', reason: null })
  })

  it('takes other thresholds', () => {
    const groups = year(growing, (month) => 0.3 * 0.93 ** month)
    expect(funnelGap(groups, { asOf, minGap: 0.9 }).verdict).toBe('ok')
    expect(funnelGap(groups, { asOf, minMonths: 13 }).reason).toBe('fewer than 13 usable months')
    expect(funnelGap(groups, { asOf, longMonths: 12 }).alpha).toBe(0.05)
  })
})
