import { describe, expect, test } from 'vitest'
import { readPeriod } from '../../../src/ingest/values/index.ts'

const label = (text: string, year?: number): string => {
  const reading = readPeriod(text, year)
  if ('period' in reading) return reading.period.label
  if ('startsOn' in reading) return `from ${reading.startsOn}`
  return 'part' in reading ? `part ${reading.part}` : `! ${reading.code}`
}

describe('periods as people write them', () => {
  const cases: [string, string][] = [
    ['2026-Q3', '2026-Q3'],
    ['2026Q3', '2026-Q3'],
    ['Q3 2026', '2026-Q3'],
    ['Q3-26', '2026-Q3'],
    ['3Q26', '2026-Q3'],
    ['T3 2026', '2026-Q3'],
    ['3. Quartal 2026', '2026-Q3'],
    ['Sep 2026', '2026-09'],
    ['September-26', '2026-09'],
    ['sept. 2026', '2026-09'],
    ['März 2026', '2026-03'],
    ['2026-09', '2026-09'],
    ['2026/9', '2026-09'],
    ['09/2026', '2026-09'],
    ['202609', '2026-09'],
    ['2026', '2026'],
    ['2026-07-01', 'from 2026-07-01'],
    ['01 Jul 2026', 'from 2026-07-01'],
    ['Sep', 'part M09'],
    ['M01', 'part M01'],
    ['Q1', 'part Q1'],
    ['Q3 99', '1999-Q3'],
    ['Quarter 3 of 2026', '2026-Q3'],
    ['CY2026 Q1', '2026-Q1'],
    ['1er trimestre 2026', '! not-a-period'],
    ['trimestre 4 2026', '2026-Q4'],
    ['Sep 99', '1999-09'],
    ['mes 12 2026', '2026-12'],
    ['M09 2026', '2026-09'],
    ['12 2026', '2026-12'],
    ['1/2026', '2026-01'],
    ['CY2026', '2026'],
    ['Jahr 2026', '2026'],
    ['20260701', 'from 2026-07-01'],
    ['46204', 'from 2026-07-01'],
    ['Q4', 'part Q4'],
    ['M12', 'part M12'],
    ['Dezember', 'part M12'],
    // As spreadsheets show the first or last day of a month: no year is in it.
    ['1-Jan', 'part M01'],
    ['01-Feb', 'part M02'],
    ['1 März', 'part M03'],
    ['Jan 1', 'part M01'],
    ['31-Jan', 'part M01'],
    ['28-Feb', 'part M02'],
    ['29-Feb', 'part M02'],
    ['30-Jun', 'part M06'],
    // Another day is no period.
    ['5-Jan', '! not-a-period'],
    ['05-Jan', '! not-a-period'],
    ['Jan 5', '! not-a-period'],
    ['Q3 6', '! not-a-period'],
    // Two digits that are no edge of the month are its year.
    ['Jan-26', '2026-01'],
    ['Jan 26', '2026-01'],
    ['26-Jan', '2026-01'],
    ["Jan '26", '2026-01'],
    ['30-Jan', '2030-01'],
    ['Jan-31', '2031-01'],
    ['Jan-01', '2001-01'],
    ['26 Q3', '! not-a-period'],
    ['FY2026', '! fiscal-period'],
    ['fy26', '! fiscal-period'],
    ['GJ 2026', '! fiscal-period'],
    ['Fiscal year 2026', '! fiscal-period'],
    ['1H 2026', '! half-year-period'],
    ['h2', '! half-year-period'],
    ['S1-2026', '! half-year-period'],
    ['2. Halbjahr 2026', '! half-year-period'],
    ['Halbjahr 2026', '! not-a-period'],
    ['H3 2026', '! not-a-period'],
    ['Q0 2026', '! not-a-period'],
    ['Q 2026', '! not-a-period'],
    ['M13 2026', '! not-a-period'],
    ['M0 2026', '! not-a-period'],
    ['13/2026', '! not-a-period'],
    ['0/2026', '! not-a-period'],
    ['Sep Q3 2026', '! not-a-period'],
    ['Q3 Q4 2026', '! not-a-period'],
    ['Sep Oct 2026', '! not-a-period'],
    ['2026 2027', '! not-a-period'],
    ['Q3 2026 27', '! not-a-period'],
    ['Q3 26 27', '! not-a-period'],
    ['Q3 226', '! not-a-period'],
    ['0000', '! not-a-period'],
    ['year 0000', '! not-a-period'],
    ['Sep 0000', '! not-a-period'],
    ['1713418460', '! not-a-period'],
    ['Total', '! not-a-period'],
    ['5', '! not-a-period'],
    ['Q3 of the year 2026 of the calendar year', '2026-Q3'],
    ['Q3 of the year 2026 of the calendar years', '! not-a-period'],
    ['Q3 of the year 2026 of the  calendar year', '! not-a-period'],
    ['FY26 Q3', '! fiscal-period'],
    ['H1 2026', '! half-year-period'],
    ['Q5 2026', '! not-a-period'],
    ['soon', '! not-a-period'],
    ['', '! not-a-period'],
  ]
  test.each(cases)('%s is %s', (text, expected) => expect(label(text)).toBe(expected))
})

test('a year from elsewhere completes a month or quarter', () => {
  expect(label('M12', 2017)).toBe('2017-12')
  expect(label('Q2', 2017)).toBe('2017-Q2')
  expect(label('Sep 2026', 2017)).toBe('2026-09')
  expect(label('Sep', 2017)).toBe('2017-09')
  expect(label('Q1 2026', 2017)).toBe('2026-Q1')
  expect(label('1-Sep', 2017)).toBe('2017-09')
  expect(label('30-Sep', 2017)).toBe('2017-09')
  expect(label('5-Sep', 2017)).toBe('! not-a-period')
  expect(label('5', 2017)).toBe('! not-a-period')
})

test('a fiscal period is refused with what to write instead', () => {
  expect(readPeriod('FY26 Q3')).toMatchObject({ hint: expect.stringContaining('2026-Q3') as string })
})

test('what cannot be read says what it is and what to write', () => {
  expect(readPeriod(' soon ')).toEqual({
    code: 'not-a-period',
    reason: '"soon" is not a month, quarter or year',
    hint: 'write periods such as 2026-Q3, 2026-09 or 2026',
  })
  expect(readPeriod('H1 2026')).toEqual({
    code: 'half-year-period',
    reason: '"H1 2026" is a half-year; targets are read by month, quarter or year',
    hint: 'split it into its two quarters',
  })
  expect(readPeriod('FY26')).toMatchObject({
    reason: '"FY26" is a fiscal period, and nothing says when the fiscal year begins',
  })
})
