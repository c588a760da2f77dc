// A header that is known but has other cells is told of, where nothing else has the column.
import { expect, test } from 'vitest'
import { read } from './sheets.ts'

const told = (...given: Parameters<typeof read>): string[] =>
  read(...given).notTaken.map(
    ({ column, header, what, read: understood, filled, example }) =>
      `${header} for ${column}: ${understood} of ${filled} ${what}, not ${example}`,
  )

const deals = (header: string, cells: readonly string[]): [string, ...string[]] => [
  `Deal ID|Owner|Status|${header}`,
  ...cells.map((cell, at) => `${at}|Ann|${at % 2 === 0 ? 'won' : 'lost'}|${cell}`),
]

test.each([
  ['Amount', ['TBD', 'TBD', '12'], 'Amount for amount: 1 of 3 numbers, not TBD'],
  ['Amount', ['12 of 20', '', '3 of 4'], 'Amount for amount: 0 of 2 numbers, not 12 of 20'],
  ['Close Date', ['soon', 'later', '2026-01-02'], 'Close Date for closed_on: 1 of 3 dates, not soon'],
])('%s with the cells %j', (header, cells, message) => {
  expect(
    told(
      'deals.csv',
      deals(
        `Stage|${header}`,
        cells.map((cell) => `Demo|${cell}`),
      ),
    ),
  ).toEqual([message])
})

test('nothing is told of cells that fit, of columns without cells, and of headers that nobody knows', () => {
  expect(told('deals.csv', deals('Amount', ['1', '2', 'TBD']))).toEqual([])
  expect(told('deals.csv', deals('Amount', ['', '', 'n/a']))).toEqual([])
  expect(told('deals.csv', deals('Colour', ['red', 'green', 'blue']))).toEqual([])
})

test('nothing is told where another header has the column, or the mapping file says that none shall', () => {
  expect(told('deals.csv', deals('Amount|Deal Value', ['TBD|5', 'TBD|6', 'TBD|7']))).toEqual([])
  const overrides = new Map([['deals.csv', { table: 'deals' as const, columns: { amount: null } }]])
  expect(told('deals.csv', deals('Amount', ['TBD', 'TBD', 'TBD']), { overrides })).toEqual([])
})

test('a header that decides the status is used, although it is no date', () => {
  const lines: [string, ...string[]] = [
    'Deal ID|Owner|Amount|Closed|Won',
    '1|Ann|10|true|true',
    '2|Bob|20|true|false',
    '3|Ann|30|false|false',
  ]
  expect(told('deals.csv', lines)).toEqual([])
})

test('of a file that is not recognised for its cells alone, they are named', () => {
  const lines: [string, ...string[]] = ['Rep|Month|Quota', 'Ann|2026-01|TBD', 'Bob|2026-01|TBD']
  expect(read('plan.csv', lines).table).toBeNull()
  expect(told('plan.csv', lines)).toEqual(['Quota for target_amount: 0 of 2 numbers, not TBD'])
  expect(told('history.csv', ['Deal ID|Property|Value', '1|a|x', '2|b|y'])).toEqual([])
})
