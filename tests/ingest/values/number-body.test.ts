import { describe, expect, test } from 'vitest'
import { fromExponent, plainDecimal, shifted } from '../../../src/ingest/values/number-body.ts'

describe('digits with a decimal point', () => {
  const cases: [string, string | null][] = [
    ['1234.5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1,234,567', '1234567'],
    ['12,345,678.90', '12345678.90'],
    ['1 234 567.5', '1234567.5'],
    ["1'234'567.5", null],
    ['.5', '0.5'],
    ['5.', '5'],
    ['007', '7'],
    ['000', '0'],
    ['0.50', '0.50'],
    // Indian lakh and crore: groups of two before the last three.
    ['1,28,500.00', '128500.00'],
    ['12,34,56,789', '123456789'],
    ['', null],
    ['.', null],
    [',', null],
    ['1.2.3', null],
    ['1..2', null],
    ['.1.2', null],
    ['1.2,3', null],
    ['1.2a', null],
    ['1a', null],
    ['1,23', null],
    ['1,2345', null],
    [',123', null],
    ['0,123', null],
    ['01,234', null],
    ['1234,567', null],
    ['1,,234', null],
    ['1,234,56', null],
    ['123,45,678', null],
    ['1,2,345', null],
    ['1,23,45', null],
    ['1 2', null],
    ['1,234 567', null],
  ]
  test.each(cases)('%j is %j', (body, value) => expect(plainDecimal(body, '.')).toBe(value))
})

test('the same with a decimal comma', () => {
  const cells = ['1.234,5', '1234,5', ',5', '1.234.567', '1,2,3', '1.23', '1 234,5', '0.123']
  expect(cells.map((body) => plainDecimal(body, ','))).toEqual([
    '1234.5',
    '1234.5',
    '0.5',
    '1234567',
    null,
    null,
    '1234.5',
    null,
  ])
})

test('the point moves by powers of ten, without floating point', () => {
  const cases: [string, number, string][] = [
    ['1.2', 3, '1200'],
    ['1.2345', 3, '1234.5'],
    ['0.1', 6, '100000'],
    ['12', 0, '12'],
    ['12.50', 0, '12.50'],
    ['.5', 1, '5'],
    ['0.005', 1, '0.05'],
    ['1234', -2, '12.34'],
    ['1.5', -2, '0.015'],
    ['12', -2, '0.12'],
    ['7', -3, '0.007'],
    ['100', -2, '1.00'],
    ['0', 3, '0'],
  ]
  expect(cases.map(([value, places]) => shifted(value, places))).toEqual(cases.map(([, , moved]) => moved))
})

test('powers of ten as spreadsheets write them', () => {
  const cases: [string, string | null, string | null][] = [
    ['1.5E+03', '1500', '.'],
    ['1,5e3', '1500', ','],
    ['2E2', '200', null],
    ['-2.5E+01', '-25', '.'],
    ['+2.5E+01', '25', '.'],
    ['5E-2', '0.05', null],
    ['12.34E10', '123400000000', '.'],
    ['5.80503E+18', '5805030000000000000', '.'],
    ['E5', null, null],
    ['1.5E', null, null],
    ['x1E5', null, null],
    ['1E5x', null, null],
    ['1E123', null, null],
    ['1.E5', null, null],
    ['12', null, null],
  ]
  for (const [text, value, mark] of cases)
    expect([text, fromExponent(text)]).toEqual([text, value === null ? null : { value, mark }])
})
