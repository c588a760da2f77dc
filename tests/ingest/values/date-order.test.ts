// The order of day, month and year of a column: what is decided, in which words, and how every cell is then read.
import { describe, expect, test } from 'vitest'
import { readCell, type FormatHints } from '../../../src/ingest/values/index.ts'
import { decide, read, refusal } from './columns.ts'

type Order = 'day-first' | 'month-first' | 'year-first' | null
const many = (count: number, cell: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => cell(at))
const calendar = (order: Order, evidence: string, warning?: string): unknown => ({
  format: { kind: 'date', style: 'calendar', order, evidence },
  ...(warning === undefined ? {} : { warning }),
})
const days = (count: number): string[] => many(count, (at) => `25/04/${2000 + at}`)
const months = (count: number): string[] => many(count, (at) => `04/25/${2000 + at}`)

const cases: readonly (readonly [
  what: string,
  cells: readonly string[],
  hints: FormatHints,
  decided: unknown,
])[] = [
  ['years first', ['99-01-15'], {}, calendar('year-first', '1 cell begin with the year, as "99-01-15"')],
  [
    'as many years first as days first',
    ['99-01-15', '25/04/2026'],
    {},
    calendar('year-first', '1 cell begin with the year, as "99-01-15"'),
  ],
  [
    'fewer years first than days and months first',
    ['99-01-15', '25/04/2026', '04/25/2026'],
    {},
    calendar(
      null,
      'each cell says its order: 1 cell with a first part over 12, as "25/04/2026"; 1 cell with a second part over 12, as "04/25/2026"',
    ),
  ],
  ['told year first', ['25-04-26'], { dateOrder: 'year-first' }, calendar('year-first', 'told: year first')],
  [
    'told year first, one day',
    ['03-03-03'],
    { dateOrder: 'year-first' },
    calendar('year-first', 'told: year first'),
  ],
  [
    'told year first, nothing to tell',
    ['2026-01-01'],
    { dateOrder: 'year-first' },
    calendar('year-first', '1 cell as "2026-01-01"'),
  ],
  [
    'told, and both orders',
    ['25/04/2026', '04/25/2026', '03/04/2026'],
    { dateOrder: 'day-first' },
    calendar(
      'day-first',
      'told: day-first',
      'both orders occur: 1 cell with a first part over 12, as "25/04/2026"; 1 cell with a second part over 12, as "04/25/2026"',
    ),
  ],
  [
    'one of a hundred in the other order, day first',
    [...days(100), '04/25/2026', '03/04/2026'],
    {},
    calendar(
      'day-first',
      '100 cells with a first part over 12, as "25/04/2000"',
      '1 cell are in the other order and will be rejected, as "04/25/2026"',
    ),
  ],
  [
    'one of a hundred in the other order, month first',
    [...months(100), '25/04/2026', '03/04/2026'],
    {},
    calendar(
      'month-first',
      '100 cells with a second part over 12, as "04/25/2000"',
      '1 cell are in the other order and will be rejected, as "25/04/2026"',
    ),
  ],
  [
    'two of 199 in the other order',
    [...days(197), '04/25/2026', '04/26/2026', '03/04/2026'],
    {},
    {
      undecidable:
        'dates are in both orders: 197 cells with a first part over 12, as "25/04/2000"; 2 cells with a second part over 12, as "04/25/2026"; and 1 cell that could be either, as "03/04/2026"',
      hint: 'write --date-order day-first or --date-order month-first: cells that do not fit are then rejected',
    },
  ],
  [
    'told wrongly day first',
    ['4/25/2026'],
    { dateOrder: 'day-first' },
    calendar(
      'month-first',
      '1 cell with a second part over 12, as "4/25/2026"',
      'told day-first, but 1 cell with a second part over 12, as "4/25/2026" can only be month-first: read month-first',
    ),
  ],
  [
    'told wrongly month first',
    ['25/4/2026'],
    { dateOrder: 'month-first' },
    calendar(
      'day-first',
      '1 cell with a first part over 12, as "25/4/2026"',
      'told month-first, but 1 cell with a first part over 12, as "25/4/2026" can only be day-first: read day-first',
    ),
  ],
  [
    'told rightly',
    ['25/4/2026'],
    { dateOrder: 'day-first' },
    calendar('day-first', '1 cell with a first part over 12, as "25/4/2026"'),
  ],
  [
    'told, and either',
    ['03/04/2026'],
    { dateOrder: 'month-first' },
    calendar('month-first', 'told: month-first'),
  ],
  [
    'dots',
    ['01.02.2026', '03.04.2026', '25.04.2026 x'],
    {},
    calendar(
      'day-first',
      '2 cells written with dots, as "01.02.2026"',
      '1 cell cannot be read as dates, for example "25.04.2026 x"',
    ),
  ],
  [
    'dots and slashes',
    ['01.02.2026', '03/04/2026'],
    {},
    {
      undecidable:
        '"01.02.2026" may be 2026-02-01 or 2026-01-02, and none of the 2 cells like it has a part over 12',
      hint: 'write --date-order day-first or --date-order month-first, or "dateOrder" for this file in salescheck.json',
    },
  ],
  [
    'cells that say their day by themselves',
    [' 2026-01-01 ', '15 Jan 2026', '03/03/2026', '20260115'],
    {},
    calendar(
      'year-first',
      '1 cell as "2026-01-01", 1 cell as "20260115", 1 cell as "15 Jan 2026", 1 cell as "03/03/2026"',
    ),
  ],
  ['months in words', ['15 Jan 2026'], {}, calendar(null, '1 cell as "15 Jan 2026"')],
  ['digits only', ['20260115'], {}, calendar('year-first', '1 cell as "20260115"')],
  [
    'the same day either way, told',
    ['03/03/2026'],
    { dateOrder: 'month-first' },
    calendar('month-first', '1 cell as "03/03/2026"'),
  ],
  [
    'nothing to tell, told',
    ['2026-01-01'],
    { dateOrder: 'day-first' },
    calendar('year-first', '1 cell as "2026-01-01"'),
  ],
  ['nothing', ['', 'NULL'], {}, calendar(null, 'no cell is filled')],
  ['nothing, told', [''], { dateOrder: 'day-first' }, calendar(null, 'no cell is filled')],
  [
    'one of twenty that is no date',
    [...many(19, () => '2026-01-01').map((cell, at) => `${cell} 00:00:${10 + at}`), 'soon', '2026-02-30'],
    {},
    calendar(
      'year-first',
      '19 cells as "2026-01-01 00:00:10"',
      '2 cells cannot be read as dates, for example "soon"',
    ),
  ],
  [
    'one of twenty that does not exist',
    [...many(19, (at) => `2026-01-01 00:00:${10 + at}`), '2026-02-30'],
    {},
    calendar(
      'year-first',
      '19 cells as "2026-01-01 00:00:10"',
      '1 cell cannot be read as dates, for example "2026-02-30"',
    ),
  ],
  [
    'one of twenty-one that is no date',
    [...many(20, (at) => `2026-01-01 00:00:${10 + at}`), 'soon'],
    {},
    calendar('year-first', '20 cells as "2026-01-01 00:00:10"'),
  ],
  [
    'days that do not exist',
    ['2026-02-30', '2026-04-31'],
    {},
    {
      undecidable: 'none of the 2 cells reads as a date, for example "2026-02-30"',
      hint: 'map another column in salescheck.json, or leave this one out',
    },
  ],
  [
    'day numbers beside a date',
    ['46292', '46293', '2026-01-01'],
    {},
    {
      format: {
        kind: 'date',
        order: null,
        style: 'excel-serial',
        evidence: '2 cells are Excel day numbers, as "46292"',
      },
      warning: '1 cell are written as dates',
    },
  ],
  [
    'seconds, told an order',
    ['1713418460'],
    { dateOrder: 'day-first' },
    {
      format: {
        kind: 'date',
        order: 'day-first',
        style: 'epoch-seconds',
        evidence: '1 cell are Unix seconds, read as UTC days, as "1713418460"',
      },
    },
  ],
  [
    'milliseconds beside other numbers',
    ['46292', '1713418460', '1713418460000', '1713418470000'],
    {},
    {
      format: {
        kind: 'date',
        order: null,
        style: 'epoch-milliseconds',
        evidence: '2 cells are Unix milliseconds, read as UTC days, as "1713418460000"',
      },
    },
  ],
  [
    'numbers among dates',
    ['46292', '2026-01-01', '2026-01-02', 'soon'],
    {},
    calendar(
      'year-first',
      '2 cells as "2026-01-01"',
      '1 cell cannot be read as dates, for example "soon"; 1 cell are numbers read as dates, for example "46292"',
    ),
  ],
]

test.each(cases)('%s', (_, cells, hints, decided) => {
  expect(decide('date', cells, hints)).toEqual(decided)
})

describe('one cell by the order of its column', () => {
  const of = (order: Order, cell: string): unknown =>
    readCell({ kind: 'date', style: 'calendar', order, evidence: '' }, cell)

  test.each<readonly [Order, string, string]>([
    ['day-first', '03/04/2026', '2026-04-03'],
    ['month-first', '03/04/2026', '2026-03-04'],
    ['year-first', '03-04-05', '2003-04-05'],
    ['day-first', '99-01-15', '1999-01-15'],
    [null, '25/04/2026', '2026-04-25'],
    [null, '04/25/2026', '2026-04-25'],
    [null, '03/03/2026', '2026-03-03'],
    ['year-first', '25/04/2026', '2026-04-25'],
    ['year-first', '04/25/2026', '2026-04-25'],
    ['year-first', '03/03/2026', '2026-03-03'],
  ])('%s: %s is %s', (order, cell, value) => {
    expect(of(order, cell)).toEqual({ value })
  })

  test.each<readonly [Order, string, string, string]>([
    [null, '03/04/2026', 'ambiguous-date', '"03/04/2026" may be day first or month first'],
    ['year-first', '03/04/2026', 'ambiguous-date', '"03/04/2026" may be day first or month first'],
    ['month-first', '25/04/2026', 'impossible-date', '"25/04/2026" is no date when read month first'],
    ['day-first', '04/25/2026', 'impossible-date', '"04/25/2026" is no date when read day first'],
    ['year-first', '04-25-13', 'impossible-date', '"04-25-13" is no date when read year first'],
    ['day-first', '32/13/2026', 'impossible-date', '"32/13/2026" is a day that does not exist'],
    ['day-first', '0/5/2026', 'impossible-date', '"0/5/2026" is a day that does not exist'],
    ['day-first', '2026-02-30', 'impossible-date', '"2026-02-30" is a day that does not exist'],
    ['day-first', 'soon', 'not-a-date', '"soon" is not a date'],
  ])('%s: %s is %s', (order, cell, code, reason) => {
    expect(of(order, cell)).toEqual({ code, reason })
  })
})

test('a year over 31 comes first, one up to 31 may be a day', () => {
  expect(read('date', ['32-01-15'])).toEqual(['2032-01-15'])
  expect(read('date', ['31-01-15'])).toEqual(['2015-01-31'])
})

describe('short years in front', () => {
  const asia = ['25/11/02', '26/01/15', '25/12/20', '26/02/11', '26/01/07', '26/03/31']

  test('last parts from 2 to 31 beside first parts 25 and 26 are the days', () => {
    expect(decide('date', asia)).toEqual(
      calendar('year-first', '6 cells with 25 to 26 in front and 2 to 31 at the end, as "25/11/02"'),
    )
    expect(read('date', asia)[5]).toBe('2026-03-31')
    expect(
      read(
        'date',
        asia.map((cell) => cell.replaceAll('/', '-')),
      )[0],
    ).toBe('2025-11-02')
  })

  test('told another order that is possible, it is read by that', () => {
    expect(read('date', asia, { dateOrder: 'day-first' })[0]).toBe('2002-11-25')
    expect(read('date', asia, { dateOrder: 'year-first' })[0]).toBe('2025-11-02')
    expect(decide('date', asia, { dateOrder: 'month-first' })).toMatchObject({
      format: { order: 'year-first' },
    })
  })

  test.each<readonly [what: string, cells: readonly string[]]>([
    ['too few to tell', ['25/11/02', '26/01/15']],
    ['one cell', ['26/01/15']],
    ['paydays, or the same days of two years', ['25/01/26', '25/02/26', '26/03/26']],
    ['first days of months', ['25/11/01', '25/12/01', '26/01/01']],
    ['with dots', ['25.11.02', '26.01.15']],
    ['beside other dates', ['25/11/02', '2026-01-15']],
  ])('%s: refused with both readings', (_, cells) => {
    expect(refusal('date', cells)).toMatch(/may be 20\d\d-\d\d-\d\d or 20\d\d-/)
  })

  test('the refusal says what to write', () => {
    expect(decide('date', ['25/11/02', '26/01/15'])).toEqual({
      undecidable:
        '"25/11/02" may be 2025-11-02 or 2002-11-25: 2 cells with 25 to 26 in front and 2 to 15 at the end, as "25/11/02", and either may be the year',
      hint: 'write --date-order year-first or --date-order day-first, or "dateOrder" for this file in salescheck.json',
    })
    expect(refusal('date', ['05-03-11'])).toMatch(/may be 2011-03-05 or 2011-05-03 or 2005-03-11/)
  })

  test.each<readonly [what: string, cells: readonly string[], first: string]>([
    ['days over the month', ['25/11/25', '04/01/26', '12/02/26', '28/02/26'], '2025-11-25'],
    ['last days of months', ['31/01/26', '28/02/26', '31/03/26'], '2026-01-31'],
    [
      'days from 15 to 30',
      many(16, (at) => `${15 + at}/0${1 + (at % 6)}/26`).filter((cell) => cell !== '30/02/26'),
      '2026-01-15',
    ],
    ['the days of a week', many(5, (at) => `${16 + at}/11/26`), '2026-11-16'],
    ['a year of four digits among them', ['25/11/02', '26/01/2026'], '2002-11-25'],
  ])('%s: day first as ever', (_, cells, first) => {
    expect(decide('date', cells)).toMatchObject({ format: { order: 'day-first' } })
    expect(read('date', cells)[0]).toBe(first)
  })

  test('the days of a week behind one year and month are days', () => {
    expect(
      read(
        'date',
        many(5, (at) => `26/11/${16 + at}`),
      )[4],
    ).toBe('2026-11-20')
  })

  test('a day that exists only year first is read, whether told or decided', () => {
    expect(read('date', ['30/02/15'])).toEqual(['2030-02-15'])
    expect(read('date', [...asia, '29-02-13'])[6]).toBe('2029-02-13')
    expect(read('date', ['25/01/02', '30/02/15'], { dateOrder: 'year-first' })[1]).toBe('2030-02-15')
  })

  test('one of a hundred that begins otherwise is read like the others, and that is said', () => {
    const column = many(
      100,
      (at) => `26/0${1 + Math.floor(at / 25)}/${String(1 + (at % 25)).padStart(2, '0')}`,
    )
    expect(decide('date', [...column, '04/11/25'])).toMatchObject({
      format: { order: 'year-first' },
      warning: '1 cell do not begin with a year like the others, as "04/11/25": read year first as well',
    })
  })
})
