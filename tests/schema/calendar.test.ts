import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  calendarDate,
  dateParts,
  dayNumber,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isLeapYear,
} from '../../src/schema/index.ts'

describe('calendar dates', () => {
  it('know which days exist', () => {
    expect(calendarDate(2024, 2, 29)).toBe('2024-02-29')
    expect(calendarDate(2026, 2, 29)).toBeNull()
    expect(calendarDate(1900, 2, 29)).toBeNull()
    expect(calendarDate(2000, 2, 29)).toBe('2000-02-29')
    expect(calendarDate(2024, 2, 30)).toBeNull()
    expect(calendarDate(2024, 13, 1)).toBeNull()
    expect(calendarDate(0, 1, 1)).toBeNull()
  })

  it('have whole years from 1 to 9999, whole months from 1 to 12 and whole days from 1 on', () => {
    const none = [
      [10_000, 1, 1],
      [2024.5, 1, 1],
      [Number.NaN, 1, 1],
      [2024, 0, 1],
      [2024, -1, 1],
      [2024, 1.5, 1],
      [2024, 1, 0],
      [2024, 1, -1],
      [2024, 1, 1.5],
      [2024, 4, 31],
      [2024, 1, 32],
    ] as const
    expect(none.map(([year, month, day]) => calendarDate(year, month, day))).toEqual(none.map(() => null))
    expect(calendarDate(1, 1, 1)).toBe('0001-01-01')
    expect(calendarDate(9999, 12, 31)).toBe('9999-12-31')
  })

  it('have as many days in each month as the calendar says', () => {
    const lengths = (year: number): number[] =>
      Array.from({ length: 12 }, (_, at) => daysInMonth(year, at + 1))
    expect(lengths(2023)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(lengths(2024)[1]).toBe(29)
    expect([1600, 1900, 2000, 2100, 2023, 2024].map(isLeapYear)).toEqual([
      true,
      false,
      true,
      false,
      false,
      true,
    ])
  })

  it('count days from 1970, as the civil calendar does', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('1969-12-31')).toBe(-1)
    // Computed with Python: datetime.date(2026, 9, 30).toordinal() - 719163
    expect(dayNumber('2026-09-30')).toBe(20726)
    expect(dayNumber('0001-01-01')).toBe(-719162)
    expect(dayNumber('9999-12-31')).toBe(2932896)
  })

  it('come back from their day number, one day after another', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932895 }), (day) => {
        const date = fromDayNumber(day)
        expect(dayNumber(date)).toBe(day)
        expect(fromDayNumber(day + 1) > date).toBe(true)
      }),
    )
  })

  it('are right where centuries and spans of 400 years end', () => {
    // Computed with Python: datetime.date(y, m, d).toordinal() - 719163
    const days: readonly (readonly [string, number])[] = [
      ['1600-02-29', -135_081],
      ['1600-03-01', -135_080],
      ['1899-12-31', -25_568],
      ['1900-02-28', -25_509],
      ['1900-03-01', -25_508],
      ['1999-12-31', 10_956],
      ['2000-02-29', 11_016],
      ['2000-03-01', 11_017],
      ['2100-02-28', 47_540],
      ['2100-03-01', 47_541],
      ['2400-02-29', 157_113],
    ]
    expect(days.map(([date]) => dayNumber(date))).toEqual(days.map(([, number]) => number))
    expect(days.map(([, number]) => fromDayNumber(number))).toEqual(days.map(([date]) => date))
  })

  it('end where four digits of a year end', () => {
    expect(() => fromDayNumber(2_932_897)).toThrow('day number out of range: 2932897')
    expect(() => fromDayNumber(-719_163)).toThrow(RangeError)
  })

  it('add and subtract whole days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(daysBetween('2026-01-01', '2026-12-31')).toBe(364)
  })

  it('refuse what is no date', () => {
    expect(dateParts('2026-2-3')).toBeNull()
    expect(dateParts('2026-02-31')).toBeNull()
    expect(dateParts('x2026-02-03')).toBeNull()
    expect(dateParts('2026-02-03x')).toBeNull()
    expect(dateParts('2026-02-03')).toEqual({ year: 2026, month: 2, day: 3 })
    expect(() => dayNumber('yesterday')).toThrow(new RangeError('not a calendar date: yesterday'))
  })
})
