import { expect, test } from 'vitest'
import { cellKind } from '../../../src/ingest/records/cell-kind.ts'
import { slowness } from '../../slowness.ts'

const numbers = [
  '0',
  '-1',
  '+5',
  '1,234.50',
  '1.234,50',
  '1 234,50',
  "1'234.50",
  '(250.00)',
  '$(250.00)',
  '-$5',
  '45k',
  '1.2M',
  '12 %',
  '€ 12',
  '12 €',
  'USD 1,315.00',
  '450 USD',
  'R$ 10',
  '1,28,500.00 Dr',
  '1e5',
  '.5',
  ',5',
  '5-',
]
const dates = [
  '2026-01-05',
  '05/01/2026',
  '5.1.26',
  '2026-01-05 10:00',
  '2026-01-05T10:00:00Z',
  '10:30',
  '10:30:15',
  '3:15 PM',
  '15 Jan 2026',
  '15-Jan-26',
  '24th January 2023',
  'Jan 15, 2026',
  'Monday, January 5, 2026',
  '15 Apr, 2021 00:02:00',
]
const texts = [
  'Ann',
  'M01',
  'D-1000',
  '12 Main Street',
  'Q1',
  '3 apples',
  '1/2/3/4/5/6',
  'v1.2.3-beta',
  'A1',
  'ABC123',
  '24/7 support',
  'x'.repeat(500),
]
const blanks = ['', ' ', 'n/a', 'NULL', '-', 'TBD']

test.each(numbers)('%j looks like a number', (cell) => expect(cellKind(cell)).toBe('number'))
test.each(dates)('%j looks like a date', (cell) => expect(cellKind(cell)).toBe('date'))
test.each(texts)('%j looks like words', (cell) => expect(cellKind(cell)).toBe('text'))
test.each(blanks)('%j looks like nothing', (cell) => expect(cellKind(cell)).toBe('blank'))

test('no cell, however long or odd, takes time', () => {
  const begun = performance.now()
  for (const cell of [
    '1'.repeat(200_000),
    ' '.repeat(200_000) + 'x',
    '1,'.repeat(20),
    '1 '.repeat(19) + 'x',
    "'".repeat(40),
    'a'.repeat(39) + '1',
  ]) {
    for (let again = 0; again < 200; again++) cellKind(cell)
  }
  expect(performance.now() - begun).toBeLessThan(1000 * slowness())
})
