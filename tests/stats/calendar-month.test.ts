import { describe, expect, it } from 'vitest'
import { dayNumber, firstDayOf, monthName, monthNumber } from '../../src/stats/calendar-month.ts'

describe('calendar months', () => {
  it('count from January of year 0 and back', () => {
    expect(monthNumber('1970-02')).toBe(23_641)
    expect(monthName(23_641)).toBe('1970-02')
    expect(monthNumber('2024-12-31')).toBe(monthNumber('2025-01-01') - 1)
    expect(monthName(monthNumber('0999-12'))).toBe('0999-12')
  })

  it('number the days from 1970', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('1969-12-31')).toBe(-1)
    expect(dayNumber('2000-03-01')).toBe(11_017)
    expect(dayNumber('2024-02-29')).toBe(19_782)
    expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2)
    expect(dayNumber('2100-03-01') - dayNumber('2100-02-28')).toBe(1)
  })

  it('are as long as the calendar says', () => {
    const january = monthNumber('2024-01')
    const lengths = Array.from(
      { length: 12 },
      (_, i) => firstDayOf(january + i + 1) - firstDayOf(january + i),
    )
    expect(lengths).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  })

  it('refuse what is no date', () => {
    for (const wrong of ['2024-13-01', '2024-1-1', '24-01-01', '', '2024-01-32', '2024-01-01T00:00']) {
      expect(() => dayNumber(wrong)).toThrow(RangeError)
    }
    expect(() => monthNumber('2024')).toThrow(RangeError)
  })
})
