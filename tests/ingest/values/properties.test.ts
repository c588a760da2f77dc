import { array, assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { fromDayNumber } from '../../../src/schema/index.ts'
import { outcome, read } from './columns.ts'

/** Cents as text with a decimal mark and groups of three. */
function written(cents: number, mark: string, group: string): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  let whole = digits.slice(0, -2)
  let grouped = ''
  while (whole.length > 3) {
    grouped = group + whole.slice(-3) + grouped
    whole = whole.slice(0, -3)
  }
  return `${cents < 0 ? '-' : ''}${whole}${grouped}${mark}${digits.slice(-2)}`
}

const styles = [
  ['.', ''],
  ['.', ','],
  [',', ''],
  [',', '.'],
  [',', '\u00a0'],
  [',', '\u202f'],
  ['.', ' '],
  ['.', "'"],
  ['.', '’'],
] as const

test('amounts read back exactly, whatever the country writes them', () => {
  assert(
    property(
      array(integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 30 }),
      constantFrom(...styles),
      (amounts, [mark, group]) => {
        const values = read(
          'money',
          amounts.map((cents) => written(cents, mark, group)),
        )
        expect(values).toEqual(amounts.map((cents) => written(cents, '.', '')))
      },
    ),
  )
})

test('signs, currencies and brackets do not change the amount', () => {
  const dresses: ((text: string) => string)[] = [
    (text) => `$${text}`,
    (text) => `${text} €`,
    (text) => `USD ${text}`,
    (text) => ` ${text} `,
    (text) => `'${text}`,
  ]
  assert(
    property(integer({ min: 0, max: 1e10 }), constantFrom(...dresses), (cents, dress) => {
      const text = written(cents, '.', ',')
      expect(read('money', ['0.01', dress(text), `(${text})`, `${text}-`])).toEqual([
        '0.01',
        written(cents, '.', ''),
        `-${written(cents, '.', '')}`,
        `-${written(cents, '.', '')}`,
      ])
    }),
  )
})

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

type Writer = (year: string, month: string, day: string) => string
const writers: readonly Writer[] = [
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${y}-${m}-${d}T10:30:00+05:30`,
  (y, m, d) => `${d}/${m}/${y}`,
  (y, m, d) => `${Number(d)}.${Number(m)}.${y} 09:15`,
  (y, m, d) => `${Number(m)}/${Number(d)}/${y} 2:30 PM`,
  (y, m, d) => `${d}-${months[Number(m) - 1] ?? ''}-${y}`,
  (y, m, d) => `${months[Number(m) - 1] ?? ''} ${Number(d)}, ${y}`,
  (y, m, d) => `${y}${m}${d}`,
]

test('days read back whatever the order, as soon as one cell of the column tells it', () => {
  assert(
    property(
      array(integer({ min: 7305, max: 22_000 }), { minLength: 1, maxLength: 40 }),
      constantFrom(...writers),
      (days, write) => {
        const dates = ['2024-12-31', ...days.map(fromDayNumber)]
        const cells = dates.map((date) => write(date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)))
        expect(read('date', cells)).toEqual(dates)
      },
    ),
  )
})

test('the order of the cells of a column decides nothing', () => {
  const cells = array(constantFrom('03/04/2026', '25/12/2026', '1.234,5', '7', '2026-01-02', 'NULL', 'x'), {
    minLength: 1,
  })
  assert(
    property(cells, constantFrom('date' as const, 'money' as const), (column, target) => {
      expect(outcome(target, column.toReversed())).toEqual(outcome(target, column))
    }),
  )
})

test('no cell makes a column throw', () => {
  const odd = [
    '(',
    '()',
    '1(',
    "'",
    '-',
    '+',
    '$',
    '.',
    ',',
    '1e99',
    '１２',
    '0x1F',
    '\u0000',
    '🎉',
    '1/1/1',
    '(((1)))',
    '-.',
    '9'.repeat(500),
  ]
  const targets = ['text', 'date', 'money', 'number', 'integer', 'flag', 'choice', 'score'] as const
  assert(
    property(array(constantFrom(...odd), { minLength: 1 }), constantFrom(...targets), (cells, target) => {
      expect(() => outcome(target, cells)).not.toThrow()
    }),
  )
})
