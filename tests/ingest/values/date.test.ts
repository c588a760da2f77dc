import { describe, expect, test } from 'vitest'
import { decide, read, refusal } from './columns.ts'

describe('cells that say their day by themselves', () => {
  const cases: [string, string][] = [
    ['2026-06-30', '2026-06-30'],
    [' 2026-06-30 ', '2026-06-30'],
    ['2024-03-12 09:14', '2024-03-12'],
    ['2026-07-09 07:43:21', '2026-07-09'],
    ['1996-07-04 00:00:00.000', '1996-07-04'],
    ['2025-03-04T10:22:00Z', '2025-03-04'],
    ['2026-01-05T22:10:00.000+0000', '2026-01-05'],
    ['2026/9/5', '2026-09-05'],
    ['2026.09.05', '2026-09-05'],
    ['15 Jan 2026', '2026-01-15'],
    ['05-Mar-2026', '2026-03-05'],
    ['12-Aug-26', '2026-08-12'],
    ['Sep 12, 2026', '2026-09-12'],
    ['Sep 12, 2026 at 3:15 PM', '2026-09-12'],
    ['15 Apr, 2021 00:02:00', '2021-04-15'],
    ['24th January 2023', '2023-01-24'],
    ['2024/03/05 2:15:33 PM GMT+1', '2024-03-05'],
    ['2026-07-09 07:43:21 +0200 CEST', '2026-07-09'],
    ['Thu Jul 09 2026 07:43:21 GMT+0200 (Central European Summer Time)', '2026-07-09'],
    ['09.07.2026 07:43 Uhr', '2026-07-09'],
    ['Tuesday, September 29, 2026 09:30 PM GMT-04:00', '2026-09-29'],
    ['5. März 2026', '2026-03-05'],
    ['1er août 2026', '2026-08-01'],
    ['mar. 15 sept. 2026', '2026-09-15'],
    ['12 de enero de 2026', '2026-01-12'],
    ['7 fev 2026', '2026-02-07'],
    ['3 maggio 2026', '2026-05-03'],
    ['3-mrt-2026', '2026-03-03'],
    ['2026年9月15日', '2026-09-15'],
    ['20260115', '2026-01-15'],
    ['1713418460', '2024-04-18'],
    ['1713418460000', '2024-04-18'],
    ['46292', '2026-09-27'],
    ['46292.75', '2026-09-27'],
    ["'2026-06-30", '2026-06-30'],
  ]
  test.each(cases)('%s is %s', (cell, value) => {
    expect(read('date', ['2026-01-31', cell])[1]).toBe(value)
  })
})

test('the local calendar date counts, whatever the offset', () => {
  expect(read('date', ['2021-05-13T03:00:00+03:00', '2025-06-10T23:31:56-08:00'])).toEqual([
    '2021-05-13',
    '2025-06-10',
  ])
})

describe('cells that are no dates', () => {
  const cases: [string, string][] = [
    ['2024-02-30', '! impossible-date'],
    ['2025-02-29', '! impossible-date'],
    ['31 Apr 2026', '! impossible-date'],
    ['2026-13-01', '! impossible-date'],
    ['32/13/2026', '! impossible-date'],
    ['TBD', '! not-a-date'],
    ['00:00.0', '! not-a-date'],
    ['2026-01-05 25:99', '! not-a-date'],
    ['2026-01-05 call back', '! not-a-date'],
    ['May 5', '! not-a-date'],
    ['12', '! not-a-date'],
    ['Q3 2026', '! not-a-date'],
    ['1.2.3', '! not-a-date'],
  ]
  test.each(cases)('%s gives %s', (cell, code) => {
    expect(read('date', ['2026-01-31', cell])[1]).toBe(code)
  })
})

test('29 February exists in leap years only', () => {
  expect(read('date', ['2024-02-29', '1900-02-29', '2000-02-29'])).toEqual([
    '2024-02-29',
    '! impossible-date',
    '2000-02-29',
  ])
})

test('one first part over 12 makes the whole column day first', () => {
  expect(read('date', ['03/04/2026', '25/04/2026'])).toEqual(['2026-04-03', '2026-04-25'])
  expect(decide('date', ['03/04/2026', '25/04/2026'])).toMatchObject({
    format: { order: 'day-first', evidence: '1 cell with a first part over 12, as "25/04/2026"' },
  })
})

test('one second part over 12 makes the whole column month first', () => {
  expect(read('date', ['3/4/2026', '4/25/2026', '3/15/2024 2:30 PM'])).toEqual([
    '2026-03-04',
    '2026-04-25',
    '2024-03-15',
  ])
})

test('two-digit years: 69 to 99 lie in the last century', () => {
  expect(read('date', ['20-10-16', '01-03-17', '31.12.99', '1/2/68'])).toEqual([
    '2016-10-20',
    '2017-03-01',
    '1999-12-31',
    '2068-02-01',
  ])
})

test('all parts up to 12 and no hint: refused with both readings and the flag that settles it', () => {
  const decided = decide('date', ['03/04/2026', '05/04/2026'])
  expect(decided).toEqual({
    undecidable:
      '"03/04/2026" may be 2026-04-03 or 2026-03-04, and none of the 2 cells like it has a part over 12',
    hint: expect.stringContaining('--date-order day-first') as string,
  })
})

test('told the order, the undecidable column is read by it', () => {
  expect(read('date', ['03/04/2026'], { dateOrder: 'day-first' })).toEqual(['2026-04-03'])
  expect(read('date', ['03/04/2026'], { dateOrder: 'month-first' })).toEqual(['2026-03-04'])
  expect(read('date', ['03-04-05'], { dateOrder: 'year-first' })).toEqual(['2003-04-05'])
})

test('dots are written day first everywhere', () => {
  expect(read('date', ['01.02.2026', '03.04.2026'])).toEqual(['2026-02-01', '2026-04-03'])
})

test('03/03/2026 is the same day either way', () => {
  expect(read('date', ['03/03/2026', '2026-01-01'])).toEqual(['2026-03-03', '2026-01-01'])
})

test('both orders with cells that could be either are refused', () => {
  expect(refusal('date', ['25/04/2026', '04/25/2026', '03/04/2026'])).toMatch(/both orders/)
  expect(read('date', ['25/04/2026', '04/25/2026'])).toEqual(['2026-04-25', '2026-04-25'])
})

test('a rare slip does not overturn the order of the column; it is rejected and announced', () => {
  const cells = Array.from({ length: 150 }, (_, i) => `${13 + (i % 16)}/04/${2000 + i}`)
  const decided = decide('date', [...cells, '03/04/2026', '04/25/2026'])
  expect(decided).toMatchObject({
    format: { order: 'day-first' },
    warning: expect.stringContaining('other order') as string,
  })
  expect(read('date', [...cells, '03/04/2026', '04/25/2026']).slice(-2)).toEqual([
    '2026-04-03',
    '! impossible-date',
  ])
})

test('what the cells say beats what was told, and that is said', () => {
  expect(decide('date', ['4/25/2026'], { dateOrder: 'day-first' })).toMatchObject({
    format: { order: 'month-first' },
    warning: expect.stringContaining('told day-first') as string,
  })
})

function style(cells: readonly string[]): string | null {
  const decided = decide('date', cells)
  return 'format' in decided && decided.format.kind === 'date' ? decided.format.style : null
}

test('a column of Excel day numbers, Unix seconds or milliseconds is named as such', () => {
  expect(style(['46292', '46293', ''])).toBe('excel-serial')
  expect(style(['1713418460', '1713418470'])).toBe('epoch-seconds')
  expect(style(['1713418460000'])).toBe('epoch-milliseconds')
})

test('blank dates are missing', () => {
  expect(read('date', ['2026-01-01', '', 'NULL', '-', 'NA'])).toEqual(['2026-01-01', null, null, null, null])
})

test('a column without a single date is refused', () => {
  expect(refusal('date', ['Page Visited', 'Email Opened'])).toMatch(/none of the 2 cells reads as a date/)
})
