import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  calendarDate,
  dateParts,
  dayNumber,
  daysBetween,
  fromDayNumber,
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

  it('add and subtract whole days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(daysBetween('2026-01-01', '2026-12-31')).toBe(364)
  })

  it('refuse what is no date', () => {
    expect(dateParts('2026-2-3')).toBeNull()
    expect(dateParts('2026-02-31')).toBeNull()
    expect(() => dayNumber('yesterday')).toThrow(RangeError)
  })
})
