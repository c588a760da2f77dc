// Numbers by hand: differences 1, 2, 3, 4, 5 tens have mean 30 and standard error 10 * sqrt(2.5) / sqrt(5).
import { describe, expect, it } from 'vitest'
import { bestRecogniser, compare, verdictOf } from '../../../src/detectors/journey-gap/comparison.ts'
import { mixOf } from '../../../src/detectors/journey-gap/mix.ts'
import type { PairRow, SideRow } from '../../../src/detectors/journey-gap/rows.ts'

const options = { minGap: 10, minAnswers: 5 }
const pair = (touchSum: number, journeySum: number, more: Partial<PairRow> = {}): PairRow => ({
  by: 'customer_key',
  touchpoint: null,
  touchSum,
  touchCount: 1,
  journeySum,
  journeyCount: 1,
  respondents: 1,
  ...more,
})
const side = (kind: string, sum: number, respondents: number, segment: string | null = null): SideRow => ({
  kind,
  touchpoint: null,
  segment,
  sum,
  count: 1,
  respondents,
})

const by = (name: string, respondents: number): PairRow => pair(1, 1, { by: name, respondents })

describe('the same customers', () => {
  it('give the mean difference and its t interval', () => {
    const pairs = [10, 20, 30, 40, 50].map((more) => pair(50 + more, 50))
    // t(0.975, 4) = 2.776445; 2.776445 * 7.071068 = 19.63243
    const found = compare(null, pairs, [], options)
    expect(found).toMatchObject({ how: 'paired', gap: 30, touchCustomers: 5 })
    expect('lower' in found && found.lower).toBeCloseTo(30 - 19.63243, 4)
    expect('upper' in found && found.upper).toBeCloseTo(30 + 19.63243, 4)
  })

  it('count by the mean of their answers', () => {
    const pairs = [
      pair(180, 150, { touchCount: 2, journeyCount: 3, respondents: 3 }),
      pair(100, 30, { respondents: 2 }),
    ]
    expect(compare(null, pairs, [], options)).toMatchObject({ touch: 94, journey: 42, gap: 52 })
  })
})

describe('different customers', () => {
  it('are compared when too few gave both', () => {
    const sides = [
      side('touchpoint', 90, 3),
      side('touchpoint', 80, 3),
      side('journey', 60, 3),
      side('journey', 50, 3),
    ]
    // Means 85 and 55; each variance is 30, so the standard error is sqrt(30/6 + 30/6) with 10 degrees of freedom.
    const found = compare(null, [], sides, options)
    expect(found).toMatchObject({ how: 'unpaired', gap: 30, touchCustomers: 6, journeyCustomers: 6 })
    expect('lower' in found && found.lower).toBeCloseTo(30 - 2.228139 * Math.sqrt(10), 4)
  })

  it('are not compared when one side is too small', () => {
    const sides = [side('touchpoint', 90, 50), side('journey', 60, 4)]
    expect(compare(null, [pair(90, 60)], sides, options)).toEqual({ both: 1, touch: 50, journey: 4 })
  })
})

describe('the verdict', () => {
  const found = {
    how: 'paired',
    touchCustomers: 20,
    journeyCustomers: 20,
    touch: 90,
    journey: 80,
    t: 2,
    p: 0.01,
  } as const
  it.each([
    [10, 0.1, 'problem'],
    [30, -0.1, 'watch'],
    [9.9, 5, 'ok'],
    [10 - 1e-12, 1, 'problem'],
    [40, null, 'watch'],
    [-20, null, 'ok'],
  ] as const)('of a gap of %d with its lower limit at %s is %s', (gap, lower, verdict) =>
    expect(verdictOf({ ...found, gap, lower, upper: lower === null ? null : 60 }, options)).toBe(verdict),
  )
})

it('customers are recognised by the column that finds most of them, the surest of equals', () => {
  const keys = ['customer_id_key', 'customer_key', 'email']
  expect(bestRecogniser([by('email', 5), by('customer_key', 9)], keys)).toBe('customer_key')
  expect(bestRecogniser([by('email', 9), by('customer_id_key', 9)], keys)).toBe('customer_id_key')
  expect(bestRecogniser([], keys)).toBeNull()
})

describe('who answered', () => {
  it('is told apart from how they rate', () => {
    // 80 of 100 and 20 of 100 from the large segment; 90 and 70 there, 50 and 30 in the small one: 20 points each.
    const sides = [
      side('touchpoint', 90, 80, 'Large'),
      side('touchpoint', 50, 20, 'Small'),
      side('journey', 70, 20, 'Large'),
      side('journey', 30, 80, 'Small'),
    ]
    const mix = mixOf(sides)
    // Totals 82 and 38; rate effect 20, mix effect (0.8 - 0.2) * (80 - 40) = 24.
    expect(mix?.gap).toBeCloseTo(44, 9)
    expect(mix?.rateEffect).toBeCloseTo(20, 9)
    expect(mix?.mixEffect).toBeCloseTo(24, 9)
    expect(mix?.simpson).toBe(false)
  })

  it('is not split where the segments kept are a small part', () => {
    const sides = [
      side('touchpoint', 90, 10, 'Large'),
      side('touchpoint', 50, 10, 'Small'),
      side('journey', 70, 10, 'Large'),
      side('journey', 30, 10, 'Small'),
      side('journey', 30, 90),
    ]
    expect(mixOf(sides)).toBeNull()
    expect(mixOf(sides.slice(0, 3))).toBeNull()
  })
})
