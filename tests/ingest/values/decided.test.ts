// What is decided about a column, and in which words: people read the evidence before they trust a number.
import { describe, expect, test } from 'vitest'
import { readCell, type FormatHints } from '../../../src/ingest/values/index.ts'
import { decide } from './columns.ts'

type Case = readonly [cells: readonly string[], hints: FormatHints, decided: unknown]
const many = (count: number, cell: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => cell(at))

const number = (decimal: string, evidence: string, group: string | null = null, unit = 1): unknown => ({
  format: { kind: 'number', decimal, evidence, group, unit },
})
const warned = (decided: unknown, warning: string): unknown => ({ ...(decided as object), warning })
const leaveOut = 'map another column in salescheck.json, or leave this one out'
const settle = 'write "decimal": "." or "decimal": "," for this file in salescheck.json'
const rejected =
  'write "decimal": "." or "," for this file in salescheck.json: cells that do not fit are then rejected'

describe('numbers', () => {
  const cases: readonly Case[] = [
    [['1', '20', ''], {}, number('.', '2 cells are plain digits')],
    [[], {}, number('.', 'no cell is filled')],
    [['', 'NULL'], {}, number('.', 'no cell is filled')],
    [['1.5', '2'], {}, number('.', '1 cell with a decimal point, as "1.5"')],
    [['1,5', '2'], {}, number(',', '1 cell with a decimal comma, as "1,5"')],
    [['1,234.5'], {}, number('.', '1 cell with a decimal point, as "1,234.5"', ',')],
    [['1.234,5'], {}, number(',', '1 cell with a decimal comma, as "1.234,5"', '.')],
    [['1 234,5', '7'], {}, number(',', '1 cell with a decimal comma, as "1 234,5"', ' ')],
    [['1.5E+03'], {}, number('.', '1 cell with a decimal point, as "1.5E+03"')],
    [['1,5E+03'], {}, number(',', '1 cell with a decimal comma, as "1,5E+03"')],
    [
      ['1.5', 'x'],
      {},
      warned(
        number('.', '1 cell with a decimal point, as "1.5"'),
        '1 cell cannot be read as numbers, for example "x"',
      ),
    ],
    [[...many(20, (at) => `${at}.5`), 'x'], {}, number('.', '20 cells with a decimal point, as "0.5"')],
    [
      ['red', 'blue'],
      {},
      { undecidable: 'none of the 2 cells reads as a number, for example "red"', hint: leaveOut },
    ],
    [
      ['1.50', '2,50'],
      {},
      {
        undecidable:
          'both decimal marks occur: 1 cell with a decimal point, as "1.50"; 1 cell with a decimal comma, as "2,50"',
        hint: rejected,
      },
    ],
    [
      ['1.50', '2,50'],
      { decimal: ',' },
      warned(
        number(',', 'told: decimal ,'),
        'both decimal marks occur: 1 cell with a decimal point, as "1.50"; 1 cell with a decimal comma, as "2,50"',
      ),
    ],
    [
      [...many(100, (at) => `${at}.5`), '2,50'],
      {},
      warned(
        number('.', '100 cells with a decimal point, as "0.5"'),
        '1 cell have the other decimal mark and will be rejected, as "2,50"',
      ),
    ],
    [
      [...many(100, (at) => `${at},5`), '2.50'],
      {},
      warned(
        number(',', '100 cells with a decimal comma, as "0,5"'),
        '1 cell have the other decimal mark and will be rejected, as "2.50"',
      ),
    ],
    [
      [...many(99, (at) => `${at}.5`), '2,50'],
      {},
      {
        undecidable:
          'both decimal marks occur: 99 cells with a decimal point, as "0.5"; 1 cell with a decimal comma, as "2,50"',
        hint: rejected,
      },
    ],
    [
      ['1.50'],
      { decimal: ',' },
      warned(
        number('.', '1 cell with a decimal point, as "1.50"'),
        'told decimal ,, but 1 cell with a decimal point, as "1.50": read with decimal .',
      ),
    ],
    [
      ['1,50'],
      { decimal: '.' },
      warned(
        number(',', '1 cell with a decimal comma, as "1,50"'),
        'told decimal ., but 1 cell with a decimal comma, as "1,50": read with decimal ,',
      ),
    ],
    [['1.50'], { decimal: '.' }, number('.', '1 cell with a decimal point, as "1.50"')],
    [['12'], { decimal: ',', unit: 1000 }, number(',', 'told: decimal ,', null, 1000)],
    [
      ['10.000'],
      {},
      {
        undecidable: '"10.000" may be 10000 or 10.000, and nothing in the 1 cell like it says which',
        hint: settle,
      },
    ],
    [
      ['10,000'],
      { delimiter: ';' },
      {
        undecidable: '"10,000" may be 10000 or 10.000, and nothing in the 1 cell like it says which',
        hint: settle,
      },
    ],
    [
      ['10.000', '10,000'],
      { delimiter: ';' },
      {
        undecidable: '"10.000" may be 10000 or 10.000, and nothing in the 2 cells like it says which',
        hint: settle,
      },
    ],
    [
      ['10,000'],
      { delimiter: ',' },
      warned(
        number('.', '1 cell in thousands, as "10,000": the file is separated by ","', ','),
        '"10,000" is read as thousands because the file is separated by ","; "decimal" in salescheck.json settles it',
      ),
    ],
    [
      ['$10,000', '$5'],
      {},
      number(
        '.',
        '1 cell in thousands, as "$10,000": amounts in this currency have two decimals or none',
        ',',
      ),
    ],
    [
      [...many(50, (at) => `1.${100 + at}`), '12'],
      {},
      number(
        ',',
        '50 cells in thousands, as "1.100": every number over 999 is written so, and none below',
        '.',
      ),
    ],
    [
      [...many(50, (at) => `1.${100 + at}`), '12', '1200'],
      {},
      {
        undecidable: '"1.100" may be 1100 or 1.100, and nothing in the 50 cells like it says which',
        hint: settle,
      },
    ],
    [
      many(50, (at) => `1.${100 + at}`),
      {},
      {
        undecidable: '"1.100" may be 1100 or 1.100, and nothing in the 50 cells like it says which',
        hint: settle,
      },
    ],
    [
      ['10.000'],
      { delimiter: ',' },
      {
        undecidable: '"10.000" may be 10000 or 10.000, and nothing in the 1 cell like it says which',
        hint: settle,
      },
    ],
    [
      ['$10,000', 'KWD 10,000'],
      {},
      {
        undecidable: '"$10,000" may be 10000 or 10.000, and nothing in the 2 cells like it says which',
        hint: settle,
      },
    ],
    [['1.234', '1,5'], {}, number(',', '1 cell with a decimal comma, as "1,5"', '.')],
    [['1,234', '1.5'], {}, number('.', '1 cell with a decimal point, as "1.5"', ',')],
    [['12 500', '1.5'], {}, number('.', '1 cell with a decimal point, as "1.5"', ' ')],
    [[' 1.5 '], {}, number('.', '1 cell with a decimal point, as "1.5"')],
    [['$5', 'US$6', 'USD 7'], {}, number('.', '3 cells are plain digits')],
    [
      ['$5', '€6', '£7'],
      {},
      warned(
        number('.', '3 cells are plain digits'),
        'the cells carry different currencies (USD, EUR, GBP): unless a column names the currency of each row, they are added up as if they were one',
      ),
    ],
    [
      ['1 CHF', '2 SEK', '3 NOK', '4 DKK', '5 PLN', '6 CZK'],
      {},
      warned(
        number('.', '6 cells are plain digits'),
        'the cells carry different currencies (CHF, SEK, NOK, DKK, PLN, …): unless a column names the currency of each row, they are added up as if they were one',
      ),
    ],
    [
      [...many(10, (at) => `${at}`), 'x', 'y'],
      {},
      warned(number('.', '10 cells are plain digits'), '2 cells cannot be read as numbers, for example "x"'),
    ],
    [['0.000', '1.234'], {}, number('.', '1 cell with a decimal point, as "0.000"')],
    [['1234.567', '1.234'], {}, number('.', '1 cell with a decimal point, as "1234.567"')],
    [['-1.234', '-1.5'], {}, number('.', '1 cell with a decimal point, as "-1.5"')],
  ]
  test.each(cases)('%j %j', (cells, hints, decided) => expect(decide('money', cells, hints)).toEqual(decided))

  test('whole ones have no decimals', () => {
    expect(decide('integer', ['10,000'])).toEqual(
      number('.', '1 cell in thousands, as "10,000": the column holds whole numbers', ','),
    )
  })
})

const date = (order: string | null, evidence: string, style = 'calendar'): unknown => ({
  format: { kind: 'date', style, order, evidence },
})

describe('dates', () => {
  const cases: readonly Case[] = [
    [['2026-01-31', '', '2026-02-01'], {}, date('year-first', '2 cells as "2026-01-31"')],
    [[], {}, date(null, 'no cell is filled')],
    [['20260115'], {}, date('year-first', '1 cell as "20260115"')],
    [['03/03/2026'], {}, date(null, '1 cell as "03/03/2026"')],
    [['01.02.2026'], {}, date('day-first', '1 cell written with dots, as "01.02.2026"')],
    [['46292'], {}, date(null, '1 cell are Excel day numbers, as "46292"', 'excel-serial')],
    [
      ['15 Jan 2026', '46292'],
      {},
      warned(date(null, '1 cell as "15 Jan 2026"'), '1 cell are numbers read as dates, for example "46292"'),
    ],
    [
      ['25/04/2026', 'soon'],
      {},
      warned(
        date('day-first', '1 cell with a first part over 12, as "25/04/2026"'),
        '1 cell cannot be read as dates, for example "soon"',
      ),
    ],
    [
      ['25/04/2026', '04/25/2026', '03/04/2026'],
      {},
      {
        undecidable:
          'dates are in both orders: 1 cell with a first part over 12, as "25/04/2026"; 1 cell with a second part over 12, as "04/25/2026"; and 1 cell that could be either, as "03/04/2026"',
        hint: 'write --date-order day-first or --date-order month-first: cells that do not fit are then rejected',
      },
    ],
    [
      ['25/04/2026', '04/25/2026'],
      {},
      date(
        null,
        'each cell says its order: 1 cell with a first part over 12, as "25/04/2026"; 1 cell with a second part over 12, as "04/25/2026"',
      ),
    ],
    [
      ['4/25/2026'],
      { dateOrder: 'day-first' },
      warned(
        date('month-first', '1 cell with a second part over 12, as "4/25/2026"'),
        'told day-first, but 1 cell with a second part over 12, as "4/25/2026" can only be month-first: read month-first',
      ),
    ],
    [
      ['03-04-05'],
      {},
      {
        undecidable:
          '"03-04-05" may be 2005-04-03 or 2005-03-04 or 2003-04-05, and none of the 1 cell like it has a part over 12',
        hint: 'write --date-order day-first or --date-order month-first or --date-order year-first, or "dateOrder" for this file in salescheck.json',
      },
    ],
    [['03-04-05'], { dateOrder: 'year-first' }, date('year-first', 'told: year first')],
    [['x', 'y'], {}, { undecidable: 'none of the 2 cells reads as a date, for example "x"', hint: leaveOut }],
    [
      [...many(150, (at) => `${13 + (at % 16)}/04/${2000 + at}`), '04/25/2026', '03/04/2026'],
      {},
      warned(
        date('day-first', '150 cells with a first part over 12, as "13/04/2000"'),
        '1 cell are in the other order and will be rejected, as "04/25/2026"',
      ),
    ],
  ]
  test.each(cases)('%j %j', (cells, hints, decided) => expect(decide('date', cells, hints)).toEqual(decided))
})

const score = (offset: number, labels: boolean, evidence: string): unknown => ({
  format: { kind: 'score', offset, labels, evidence },
})
const refused = (why: string): unknown => ({
  undecidable: `the scores look like ${why}; NPS cannot be computed from them`,
  hint: 'map the column as "satisfaction" in salescheck.json, or another column as "score"',
})

describe('scores', () => {
  const cases: readonly Case[] = [
    [['0', '10', ''], {}, score(0, false, '2 cells from 0 to 10')],
    [[], {}, score(0, false, 'no cell is filled')],
    [['Promoter', 'x'], {}, score(0, true, '1 cell are Promoter, Passive or Detractor')],
    [
      ['great', 'x'],
      {},
      { undecidable: 'none of the 2 cells reads as a score, for example "great"', hint: leaveOut },
    ],
    [['3', '9'], { scoreOffset: 1 }, score(1, false, 'told: codes 1 to 11')],
    [['3', '9'], { scoreOffset: 0 }, score(0, false, 'told: 0 to 10')],
    [['9/10', '5/10'], {}, score(0, false, '2 cells from 0 to 10')],
    [['4/5', '5/5'], {}, refused('a scale of 5, not 0 to 10: cells are written "out of 5"')],
    [['1', '11', '7'], {}, score(0, false, '2 cells from 0 to 10')],
    [['80', '95', '70'], {}, refused('a 0 to 100 scale, not 0 to 10: 3 cells lie outside 0 to 10')],
    [['80', '95', '700'], {}, refused('other numbers, not 0 to 10: 3 cells lie outside 0 to 10')],
    [['7.5', '8.25', '9'], {}, refused('averages, not 0 to 10: 2 cells have decimals')],
    [
      many(20, (at) => `${1 + (at % 5)}${' '.repeat(at)}`),
      {},
      refused('a 1 to 5 scale, not 0 to 10: all of 20 cells lie in 1 to 5'),
    ],
    [many(19, (at) => `${1 + (at % 5)}${' '.repeat(at)}`), {}, score(0, false, '19 cells from 0 to 10')],
    [
      many(50, (at) => `${1 + (at % 7)}${' '.repeat(at)}`),
      {},
      refused('a 1 to 7 scale, not 0 to 10: all of 50 cells lie in 1 to 7'),
    ],
    [many(49, (at) => `${1 + (at % 7)}${' '.repeat(at)}`), {}, score(0, false, '49 cells from 0 to 10')],
    [
      ['0', ...many(30, (at) => `${1 + (at % 5)}${' '.repeat(at)}`)],
      {},
      score(0, false, '31 cells from 0 to 10'),
    ],
  ]
  test.each(cases)('%j %j', (cells, hints, decided) => expect(decide('score', cells, hints)).toEqual(decided))
})

const format = { kind: 'number', decimal: '.', evidence: '', group: null, unit: 1 } as const

describe('cells of a number column', () => {
  const cases: readonly (readonly [
    text: string,
    change: Partial<{ decimal: ','; unit: 1000 | 1_000_000 }>,
    read: unknown,
  ])[] = [
    ['12345678901234', {}, { value: '12345678901234' }],
    ['-12345678901234.5', {}, { value: '-12345678901234.5' }],
    [
      '123456789012345',
      {},
      { code: 'number-too-large', reason: '"123456789012345" has more than 14 digits' },
    ],
    [
      '-123456789012345',
      {},
      { code: 'number-too-large', reason: '"-123456789012345" has more than 14 digits' },
    ],
    ['12345678901', { unit: 1000 }, { value: '12345678901000' }],
    [
      '123456789012',
      { unit: 1000 },
      { code: 'number-too-large', reason: '"123456789012" has more than 14 digits' },
    ],
    ['-1.5', { unit: 1000 }, { value: '-1500' }],
    ['-1.5', { unit: 1_000_000 }, { value: '-1500000' }],
    ['1.5k', { unit: 1000 }, { value: '1500000' }],
    ['(1.5k)', {}, { value: '-1500' }],
    ['0.5', {}, { value: '0.5' }],
    ['00012', {}, { value: '12' }],
    ['-007', {}, { value: '-7' }],
    ['0', {}, { value: '0' }],
    ['00', {}, { value: '0' }],
    [' 5E2 ', {}, { value: '500' }],
    ['1.234', {}, { value: '1.234' }],
    ['1.234', { decimal: ',' }, { value: '1234' }],
    [
      '1234.5',
      { decimal: ',' },
      { code: 'not-a-number', reason: '"1234.5" is no number with a decimal comma' },
    ],
    ['1,23', {}, { code: 'not-a-number', reason: '"1,23" is no number with a decimal point' }],
    ['5.', {}, { value: '5' }],
    ['.', {}, { value: null }],
    ['-', {}, { value: null }],
    ['1-', {}, { value: '-1' }],
    ['--1', {}, { code: 'not-a-number', reason: '"--1" is not a number' }],
    ['apples', {}, { code: 'not-a-number', reason: '"apples" is not a number' }],
    ['NA', {}, { value: null }],
  ]
  test.each(cases)('%j %j', (text, change, read) =>
    expect(readCell({ ...format, ...change }, text)).toEqual(read),
  )
})
