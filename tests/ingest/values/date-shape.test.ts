import { describe, expect, test } from 'vitest'
import { dateShape, fullYear, type DateShape } from '../../../src/ingest/values/date-shape.ts'

const parts = (
  first: number,
  second: number,
  third: number,
  more: { short?: boolean; dotted?: boolean } = {},
): DateShape => ({
  kind: 'parts',
  first,
  second,
  third,
  short: false,
  dotted: false,
  ...more,
})
const dotted = { dotted: true }
const short = { short: true }

describe('a day with its year first', () => {
  test.each([
    ['2026-01-31', '2026-01-31'],
    ['0001-01-01', '0001-01-01'],
    ['2024-02-29', '2024-02-29'],
    ['2024-12-31', '2024-12-31'],
    ['2024-04-30', '2024-04-30'],
    ["'2026-01-31", '2026-01-31'],
    ['\u00a02026-01-31\t', '2026-01-31'],
    ['2026/1/5', '2026-01-05'],
    ['2026.12.31', '2026-12-31'],
    ['2026 01 05', '2026-01-05'],
    ['2026年9月15日', '2026-09-15'],
    ['2026-1-5', '2026-01-05'],
  ])('%s is %s', (cell, date) => {
    expect(dateShape(cell)).toEqual({ kind: 'iso', date })
  })

  test.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-10',
    '2026-10-00',
    '2026-10-32',
    '0000-01-01',
    '2026/2/30',
    '20260230',
    '30 Feb 2026',
  ])('%s is a day that does not exist', (cell) => {
    expect(dateShape(cell)).toEqual({ kind: 'impossible' })
  })
})

describe('a time after the day is read over', () => {
  const times = [
    ' 09:14',
    'T09:14',
    'T09:14:59',
    'T24:00:00',
    'T23:59:60',
    'T09:14:59.123456789',
    'T09:14:59,5',
    ' 9:14',
    ' 9:14 PM',
    ' 9:14 p.m.',
    ' 9:14:05 am',
    ' 9:14AM',
    ' 09:14 Uhr',
    ' um 09.14 Uhr',
    ' à 9h14',
    ' às 09:14',
    ' om 09:14',
    ' alle 09:14',
    ' ore 09:14',
    ' klo 09.14',
    ' at 9:14 PM',
    ', 9:14 PM',
    'T09:14Z',
    'T09:14:59Z',
    'T09:14:59 UTC',
    'T09:14:59+02:00',
    'T09:14:59+0200',
    'T09:14:59-8',
    ' 09:14:59 GMT+1',
    ' 09:14:59 +0200 CEST',
    ' 09:14:59 CET',
    ' 09:14 utc',
    ' 09:14:59 GMT+0200 (Central European Summer Time)',
    ' 9pm',
    ' 12 am',
    ', 9 PM',
    'Z',
    ' UTC',
    ' GMT',
    '+02:00',
    '-0800',
    ' (UTC)',
  ]
  test.each(times)('2026-03-05%s', (tail) => {
    expect(dateShape(`2026-03-05${tail}`)).toEqual({ kind: 'iso', date: '2026-03-05' })
    expect(dateShape(`15/03/2026${tail}`)).toEqual(parts(15, 3, 2026))
  })

  const noTimes = [
    ' 25:00',
    'T25:00:00',
    ' 09:60',
    'T09:60:00',
    'T09:14:61',
    ' 13pm',
    ' 09:1',
    ' 09:145',
    ' 123:14',
    ' 09:14 and more',
    ' 09:14 and much later',
    ' 09:14:59.1234567890',
    ' 09:14 (open',
    ' x 09:14',
    'x',
    '-',
    ' call back',
    '+2',
    ' Z Z',
    'T',
    'T0a:00',
    'T09:0a:00',
    'T09:00:0a',
    'T09-00:00',
  ]
  test.each(noTimes)('2026-03-05%s is no date', (tail) => {
    expect(dateShape(`2026-03-05${tail}`)).toBeNull()
    expect(dateShape(`15/03/2026${tail}`)).toBeNull()
  })
})

describe('two numbers and a year', () => {
  test.each<readonly [string, DateShape]>([
    ['3/15/2024', parts(3, 15, 2024)],
    ['03/15/2024', parts(3, 15, 2024)],
    ['3-5-2024', parts(3, 5, 2024)],
    ['15.1.2026', parts(15, 1, 2026, dotted)],
    ['15.01.26', parts(15, 1, 26, { ...dotted, ...short })],
    ['1/2/68', parts(1, 2, 68, short)],
    ['26-01-15', parts(26, 1, 15, short)],
    ['15.01.26 14:30', parts(15, 1, 26, { ...dotted, ...short })],
    ['15. 01. 2026', parts(15, 1, 2026, dotted)],
    ['15 01 2026', parts(15, 1, 2026)],
    ['15_01_2026', parts(15, 1, 2026)],
    ['15/01-2026', parts(15, 1, 2026)],
    ['15.01/2026', parts(15, 1, 2026)],
    ['Mon 15/01/2026', parts(15, 1, 2026)],
    ['99/99/2026', parts(99, 99, 2026)],
  ])('%s', (cell, shape) => {
    expect(dateShape(cell)).toEqual(shape)
  })

  test.each([
    '1/2/3',
    '1/2/333',
    '1/2/20267',
    '1/234/2026',
    '123/4/2026',
    '1/2',
    '1//2026',
    '1:2:2026',
    '1.2.3',
  ])('%s is no date', (cell) => {
    expect(dateShape(cell)).toBeNull()
  })
})

describe('a month in words', () => {
  test.each([
    ['15 Jan 2026', '2026-01-15'],
    ['15-Jan-26', '2026-01-15'],
    ['15Jan2026', '2026-01-15'],
    ['Jan 15, 2026', '2026-01-15'],
    ['January 15th, 2026', '2026-01-15'],
    ['2026 Jan 15', '2026-01-15'],
    ['2026-Jan-15', '2026-01-15'],
    ['99 Jan 15', '1999-01-15'],
    ['15 Jan ’26', '2026-01-15'],
    ['5 de marzo de 2026', '2026-03-05'],
    ['15 Jan 2026 14:30', '2026-01-15'],
    ['15 Jan 2026.', '2026-01-15'],
  ])('%s is %s', (cell, date) => {
    expect(dateShape(cell)).toEqual({ kind: 'named', date })
  })

  test.each([
    'Jan 2026',
    '15 Jan',
    '15 Foo 2026',
    '15 Jan 2',
    '15 Jan 202',
    '155 Jan 2026',
    '15 Jan 20266',
    '15 Jan 2026 late',
    '15 Jan 2026..',
    '15 # Jan 2026',
    'Mon',
  ])('%s is no date', (cell) => {
    expect(dateShape(cell)).toBeNull()
  })
})

describe('numbers that are days by their size', () => {
  test.each<readonly [string, DateShape | null]>([
    ['19999', null],
    ['20000', { kind: 'serial', date: '1954-10-03' }],
    ['46292.75', { kind: 'serial', date: '2026-09-27' }],
    ['80000', { kind: 'serial', date: '2119-01-11' }],
    ['80001', null],
    ['18991231', null],
    ['19000101', { kind: 'compact', date: '1900-01-01' }],
    ['21001231', { kind: 'compact', date: '2100-12-31' }],
    ['21010101', null],
    ['20260115.5', null],
    ['20260115093000', { kind: 'compact', date: '2026-01-15' }],
    ['20260115240000', { kind: 'compact', date: '2026-01-15' }],
    ['20260115250000', null],
    ['202601150930', { kind: 'compact', date: '2026-01-15' }],
    ['99999999', null],
    ['100000000', { kind: 'seconds', date: '1973-03-03' }],
    ['1713418460', { kind: 'seconds', date: '2024-04-18' }],
    ['1713418460.5', { kind: 'seconds', date: '2024-04-18' }],
    ['4102444799', { kind: 'seconds', date: '2099-12-31' }],
    ['4102444800', null],
    ['99999999999', null],
    ['100000000000', { kind: 'milliseconds', date: '1973-03-03' }],
    ['1713418460000', { kind: 'milliseconds', date: '2024-04-18' }],
    ['4102444799999', { kind: 'milliseconds', date: '2099-12-31' }],
    ['4102444800000', null],
    ['12345678901', null],
    ['1234567', null],
    ['-46292', null],
    ['46292.', null],
    ['1713418460.1234567890', null],
  ])('%s', (cell, shape) => {
    expect(dateShape(cell)).toEqual(shape)
  })
})

test('a cell over 64 characters is no date', () => {
  const tail = ' 09:14:59 GMT+0200 ('
  const padded = (length: number): string => `2026-03-05${tail}${'x'.repeat(length - 11 - tail.length)})`
  expect(padded(64)).toHaveLength(64)
  expect(dateShape(padded(64))).toEqual({ kind: 'iso', date: '2026-03-05' })
  expect(dateShape(padded(65))).toBeNull()
})

test.each([
  [0, 2000],
  [68, 2068],
  [69, 1969],
  [99, 1999],
  [100, 100],
  [2026, 2026],
])('the year %d is %d', (year, full) => {
  expect(fullYear(year)).toBe(full)
})
