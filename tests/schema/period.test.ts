import { describe, expect, it } from 'vitest'
import {
  isComplete,
  nextPeriod,
  parsePeriod,
  periodOf,
  periodsBetween,
  previousPeriod,
} from '../../src/schema/index.ts'

describe('periods', () => {
  it('span whole months, quarters and years', () => {
    expect(periodOf('month', '2024-02-10')).toEqual({
      grain: 'month',
      label: '2024-02',
      start: '2024-02-01',
      end: '2024-02-29',
    })
    expect(periodOf('quarter', '2026-08-15')).toEqual({
      grain: 'quarter',
      label: '2026-Q3',
      start: '2026-07-01',
      end: '2026-09-30',
    })
    expect(periodOf('year', '2026-08-15')).toEqual({
      grain: 'year',
      label: '2026',
      start: '2026-01-01',
      end: '2026-12-31',
    })
  })

  it('number weeks as ISO 8601 does', () => {
    // From Python: datetime.date(...).isocalendar()
    expect(periodOf('week', '2026-01-01')).toEqual({
      grain: 'week',
      label: '2026-W01',
      start: '2025-12-29',
      end: '2026-01-04',
    })
    expect(periodOf('week', '2027-01-01').label).toBe('2026-W53')
    expect(periodOf('week', '2024-12-30').label).toBe('2025-W01')
    expect(periodOf('week', '1969-12-31').label).toBe('1970-W01')
  })

  it('follow one another', () => {
    expect(nextPeriod(periodOf('quarter', '2026-12-31')).label).toBe('2027-Q1')
    expect(previousPeriod(periodOf('month', '2026-01-31')).label).toBe('2025-12')
    expect(periodsBetween('month', '2025-11-30', '2026-02-01').map(({ label }) => label)).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ])
    expect(periodsBetween('month', '2026-02-01', '2025-11-30')).toEqual([])
  })

  it('are read as people write them', () => {
    expect(parsePeriod('2026-Q3')?.label).toBe('2026-Q3')
    expect(parsePeriod('q3 2026')?.label).toBe('2026-Q3')
    expect(parsePeriod('2026-09')?.label).toBe('2026-09')
    expect(parsePeriod('2026')?.label).toBe('2026')
    expect(parsePeriod('2026-W53')?.label).toBe('2026-W53')
    expect(parsePeriod('2025-W53')).toBeNull()
    expect(parsePeriod('2026-Q5')).toBeNull()
    expect(parsePeriod('0000')).toBeNull()
  })

  it('are complete when the data reach into their last three days', () => {
    const quarter = periodOf('quarter', '2026-09-30')
    expect(isComplete(quarter, '2026-09-27')).toBe(false)
    expect(isComplete(quarter, '2026-09-28')).toBe(true)
    expect(isComplete(quarter, '2026-10-05')).toBe(true)
  })
})

describe('what is no period', () => {
  it.each([
    '12026',
    '12026-Q3',
    '2026-Q35',
    '2026-Q5',
    'XQ3 2026',
    'Q3 20261',
    '2026-13',
    '2026-00',
    '12026-01',
  ])('%s', (text) => expect(parsePeriod(text)).toBeNull())
  it.each([
    '12026-W31',
    '2026-W311',
    '2026-W00',
    '2025-W53',
    '2026-W60',
    '0000',
    '0000-Q1',
    '0000-01',
    '0000-W01',
  ])('%s', (text) => expect(parsePeriod(text)).toBeNull())

  it('a day that does not exist has none', () => {
    expect(() => periodOf('month', '2026-02-30')).toThrow('not a calendar date: 2026-02-30')
  })
})

it('periods are read with blanks around them and without a dash, in any case', () => {
  expect(
    [' 2026 ', '2026q3', 'q3/2026', '2026w31', '2026/09'].map((text) => parsePeriod(text)?.label),
  ).toEqual(['2026', '2026-Q3', '2026-Q3', '2026-W31', '2026-09'])
})

it('one day lies in one period', () => {
  expect(periodsBetween('month', '2026-02-01', '2026-02-01').map(({ label }) => label)).toEqual(['2026-02'])
})
