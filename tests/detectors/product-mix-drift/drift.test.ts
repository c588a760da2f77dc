// Bins, plans and refunds by hand.
import { describe, expect, it } from 'vitest'
import { driftBetween, driftFromPlan } from '../../../src/detectors/product-mix-drift/drift.ts'
import { periodsOf } from '../../../src/detectors/product-mix-drift/periods.ts'
import { planOf } from '../../../src/detectors/product-mix-drift/planned.ts'
import { refundsOf } from '../../../src/detectors/product-mix-drift/product-facts.ts'
import type { SoldRow } from '../../../src/detectors/product-mix-drift/rows.ts'
import { parsePeriod } from '../../../src/schema/index.ts'

const row = (product: string, before: number, now: number, yearBefore = 0): SoldRow => ({
  key: product.toLowerCase(),
  product,
  now,
  before,
  yearBefore,
})

describe('between two periods', () => {
  it('a product new on one side makes half a sale be added to every bin', () => {
    // p = 20.5/41 and 20.5/41... with two bins: base [20, 0] -> 20.5/21, .5/21; now [10, 10] -> 10.5/21, 10.5/21.
    const found = driftBetween([row('A', 20, 10), row('B', 0, 10)], ({ before }) => before, 0.1)
    const psi = (10 / 21) * Math.log(20.5 / 10.5) + (10 / 21) * Math.log(10.5 / 0.5)
    expect(found.psi).toBeCloseTo(psi, 9)
    expect(found.bins.map(({ baseShare }) => baseShare)).toEqual([1, 0])
  })

  it('beyond thirty products the rarest go together', () => {
    const many = Array.from({ length: 40 }, (_, at) => row(`P${at}`, 100 - at, 100 - at))
    const found = driftBetween(many, ({ before }) => before, 0.1)
    expect(found.bins).toHaveLength(31)
    // P30 to P39: 70 + 69 + … + 61.
    expect(found.bins.at(-1)).toMatchObject({ key: null, product: 'other products', now: 655, base: 655 })
    expect(found.drift).toBe(false)
  })

  it('sales without a product are in no bin, and one product is no mix', () => {
    const nameless = { key: null, product: null, now: 50, before: 50, yearBefore: 0 }
    const found = driftBetween([nameless, row('A', 30, 30)], ({ before }) => before, 0.1)
    expect([found.now, found.psi]).toEqual([30, null])
  })
})

describe('a plan', () => {
  it('is read in percent, by folded name; what is left is for other products', () => {
    const plan = planOf(['Core = 50 %', '  BIG  Plus=20', '=5', 'x=-1', 'y'])
    expect([...(plan?.shares ?? [])]).toEqual([
      ['core', 0.5],
      ['big plus', 0.2],
    ])
    expect(plan?.others).toBeCloseTo(0.3, 12)
    expect(plan?.unread).toEqual(['=5', 'x=-1', 'y'])
    expect(planOf([])).toBeNull()
  })

  it('above 100 % is scaled down', () => {
    expect([...(planOf(['a=100', 'b=100'])?.shares.values() ?? [])]).toEqual([0.5, 0.5])
  })

  it('is compared as a chi-square of the sales against it', () => {
    const plan = planOf(['A=50', 'B=50'])
    if (plan === null) throw new Error('no plan')
    const found = driftFromPlan([row('A', 0, 35), row('B', 0, 65), row('C', 0, 7)], plan, 0.1)
    // (35 - 50)² / 50 + (65 - 50)² / 50 = 9, df 1: p = 0.0027; PSI = .3 ln(.65/.35)… = .15 (ln(.65/.5) - ln(.35/.5))
    expect(found.chiSquareP).toBeCloseTo(0.0026998, 6)
    expect(found.psi).toBeCloseTo(0.15 * (Math.log(1.3) - Math.log(0.7)), 6)
    expect([found.drift, found.unplanned, found.base]).toEqual([false, 7, null])
  })

  it('sells what it leaves room for as other products', () => {
    const plan = planOf(['A=50'])
    if (plan === null) throw new Error('no plan')
    const found = driftFromPlan([row('A', 0, 50), row('C', 0, 30), row('D', 0, 20)], plan, 0.1)
    expect(found.bins.map(({ product, now }) => [product, now])).toEqual([
      ['A', 50],
      ['other products', 50],
    ])
    expect(found.unplanned).toBe(0)
  })
})

describe('refunds', () => {
  it('are high where a product is taken back far more often than the rest', () => {
    const found = refundsOf([
      { key: 'a', invoices: 57, takenBack: 15 },
      { key: 'b', invoices: 300, takenBack: 9 },
      { key: 'c', invoices: 6, takenBack: 6 },
    ])
    expect(found.get('a')).toMatchObject({ isHigh: true, restShare: 15 / 306 })
    expect(found.get('b')?.isHigh).toBe(false)
    // Six invoices say nothing.
    expect(found.get('c')?.isHigh).toBe(false)
  })
})

describe('periods', () => {
  const asked = (period: string | null, asOf: string) => ({
    present: { has: () => true },
    asOf,
    period: period === null ? null : parsePeriod(period),
    until: null,
    horizon: () => asOf,
    options: {
      grain: 'quarter' as const,
      compareTo: 'previous' as const,
      plannedMix: [],
      minPsi: 0.1,
      minSales: 20,
      attributionWindowDays: 365,
    },
  })
  it.each([
    [null, '2026-08-20', '2026-Q2', '2026-Q1', '2025-Q2'],
    // Complete three days before its end.
    [null, '2026-06-28', '2026-Q2', '2026-Q1', '2025-Q2'],
    [null, '2026-06-27', '2026-Q1', '2025-Q4', '2025-Q1'],
    ['2026-01', '2026-06-27', '2026-01', '2025-12', '2025-01'],
    ['2024', '2026-06-27', '2024', '2023', '2023'],
    ['2026-W02', '2026-06-27', '2026-W02', '2026-W01', '2025-W02'],
  ])('%s, data until %s: %s after %s, a year before %s', (period, asOf, now, before, yearBefore) => {
    const found = periodsOf(asked(period, asOf))
    expect([found?.now.label, found?.before?.label, found?.yearBefore?.label]).toEqual([
      now,
      before,
      yearBefore,
    ])
  })
})
