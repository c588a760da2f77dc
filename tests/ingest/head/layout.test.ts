import { describe, expect, test } from 'vitest'
import { headerOf, type TableHeader } from '../../../src/ingest/head/header.ts'
import { isPeriodHeader } from '../../../src/ingest/head/row-look.ts'
import type { ScannedRecord } from '../../../src/ingest/records/scanner.ts'

const dialect = { delimiter: ',', quote: '"', escape: 'double', newline: 'lf' } as const

function rowsOf(...rows: string[]): ScannedRecord[] {
  return rows.map((raw, index) => ({
    line: index + 1,
    cells: raw.split(','),
    defect: null,
    raw,
    blanksBefore: 0,
  }))
}

function header(rows: readonly ScannedRecord[], width: number, known: readonly string[] = []): TableHeader {
  return headerOf(rows, width, (name) => known.includes(name.trim().toLowerCase()), dialect)
}

describe('which row is the header', () => {
  test('words over numbers and dates', () => {
    const rows = rowsOf('id,when,who', '1,2026-01-05,Ann', '2,2026-01-06,Bob')
    expect(header(rows, 3)).toMatchObject({ first: 0, data: 1, names: ['id', 'when', 'who'] })
  })

  test('the first row of a table of words only', () => {
    expect(header(rowsOf('owner,reason', 'Ann,price', 'Bob,timing'), 2)).toMatchObject({ first: 0, data: 1 })
  })

  test('none, where the first row looks like the others', () => {
    const rows = rowsOf('1,2026-01-05,Ann', '2,2026-01-06,Bob', '3,2026-01-07,Cleo')
    expect(header(rows, 3)).toMatchObject({ first: -1, data: 0, names: ['column 1', 'column 2', 'column 3'] })
  })

  test('none, where one cell of the first row happens to be a word of headers', () => {
    const rows = rowsOf('1,2026-01-05,7,Stage', '2,2026-01-06,8,Bob', '3,2026-01-07,9,Cleo')
    expect(header(rows, 4, ['stage'])).toMatchObject({ first: -1, data: 0 })
    const mixed = rowsOf('Stage,2026,7', 'a,1.5,2', 'b,2.5,3')
    expect(header(mixed, 3, ['stage'])).toMatchObject({ first: 0, data: 1 })
  })

  test('years and months over numbers are a header', () => {
    expect(header(rowsOf('owner,2024,2025', 'Ann,100,110', 'Bob,200,210'), 3)).toMatchObject({
      first: 0,
      names: ['owner', '2024', '2025'],
    })
    expect(header(rowsOf('year,M01,M02', '2024,100,110', '2025,200,210'), 3).first).toBe(0)
  })

  test('a row of known words, wherever it stands, before anything else', () => {
    const rows = rowsOf(
      'Pipeline report,Q1,',
      'Owner,all,',
      'stage,amount,owner',
      'won,10,Ann',
      'lost,20,Bob',
    )
    expect(header(rows, 3, ['stage', 'amount', 'owner'])).toMatchObject({ first: 2, data: 3 })
  })

  test('words we know in the middle of the data do not make a header of a row', () => {
    const rows = rowsOf(
      'Table,Field,Meaning',
      'a,b,c',
      'd,e,f',
      'g,h,i',
      'j,k,l',
      'deals,stage,amount',
      'm,n,o',
    )
    expect(header(rows, 3, ['deals', 'stage', 'amount'])).toMatchObject({ first: 0, data: 1 })
    const reasons = rowsOf('why lost', 'timing', 'price', 'budget', 'amount', 'stage')
    expect(header(reasons, 1, ['amount', 'stage'])).toMatchObject({ first: 0, data: 1 })
  })

  test('a smaller table on top of the bigger one is not lost as a title', () => {
    const small = [
      'who,when,where,,,,,',
      'Ann,May,Bonn,,,,,',
      'Bob,June,Lyon,,,,,',
      'Cleo,July,Rome,,,,,',
      'Dan,May,Bonn,,,,,',
    ]
    const big = [
      'who,when,where,why,how,cost,miles,hotel',
      'Eve,May,Bonn,x,car,10,20,y',
      'Fay,June,Lyon,x,car,10,20,y',
    ]
    expect(header(rowsOf(...small, ...big), 8)).toMatchObject({ first: 0, data: 1 })
  })

  test('titles above it are left out and told', () => {
    const rows = rowsOf(
      'Northwind Ltd,,,',
      'Sales,,,',
      ',,,',
      ',Date,Num,Amount',
      ',2026-01-05,1,10',
      ',2026-01-06,2,20',
    )
    const found = header(rows, 4)
    expect(found).toMatchObject({ first: 3, data: 4, names: ['column 1', 'Date', 'Num', 'Amount'] })
    expect(found.diagnostics.map(({ code }) => code)).toContain('preamble')
  })

  test('nothing but a header', () => {
    expect(header(rowsOf('id,stage,amount'), 3)).toMatchObject({
      first: 0,
      data: 1,
      names: ['id', 'stage', 'amount'],
    })
  })
})

describe('more header rows', () => {
  test('a heading over groups of columns above the names', () => {
    const rows = rowsOf(',,Value,Where', 'id,stage,amount,region', '1,won,10,EU', '2,lost,20,US')
    expect(header(rows, 4)).toMatchObject({
      first: 0,
      data: 2,
      names: ['id', 'stage', 'amount', 'region'],
      extra: [['', '', 'Value', 'Where']],
    })
  })

  test('a full second row of words over numbers and dates', () => {
    const rows = rowsOf('V1,V2,Q1', 'Response,Recorded,How likely?', 'R_1,2026-01-05,9', 'R_2,2026-01-06,3')
    expect(header(rows, 3)).toMatchObject({ first: 0, data: 2, names: ['V1', 'V2', 'Q1'] })
  })

  test('a first row of data with one word among its numbers is data', () => {
    const rows = rowsOf(
      'id,amount,when',
      '1,unknown,2026-01-05',
      '2,20,2026-01-06',
      '3,30,2026-01-07',
      '4,40,2026-01-08',
      '5,50,2026-01-09',
    )
    expect(header(rows, 3)).toMatchObject({ first: 0, data: 1 })
  })

  test('a heading over a group of rows is no header row', () => {
    const rows = rowsOf(
      'Client,Date,Amount',
      'Alder & Co,,',
      ',2026-01-05,10',
      ',2026-01-06,20',
      'Birch,,',
      ',2026-01-07,30',
    )
    expect(header(rows, 3)).toMatchObject({ first: 0, data: 1 })
  })

  test('the header written twice is one header', () => {
    const rows = rowsOf('id,stage', 'id,stage', '1,won', '2,lost')
    expect(header(rows, 2)).toMatchObject({ first: 0, data: 2, names: ['id', 'stage'] })
  })
})

describe('a header that does not fit its rows', () => {
  test('narrower: the columns without a name are numbered, and it is told', () => {
    const found = header(rowsOf('id,stage', '1,won,10', '2,lost,20'), 3)
    expect(found.names).toEqual(['id', 'stage', 'column 3'])
    expect(found.diagnostics.map(({ code }) => code)).toContain('header-narrower')
  })

  test('wider by empty cells at the end: cut', () => {
    expect(header(rowsOf('id,stage,amount,,', '1,won,10', '2,lost,20'), 3).names).toEqual([
      'id',
      'stage',
      'amount',
    ])
  })

  test('wider by an empty cell within: that cell is a slip', () => {
    expect(header(rowsOf('id,,stage,amount', '1,won,10', '2,lost,20'), 3).names).toEqual([
      'id',
      'stage',
      'amount',
    ])
  })

  test('wider by names: the rows are short', () => {
    expect(header(rowsOf('id,stage,amount,note', '1,won,10', '2,lost,20'), 3).names).toEqual([
      'id',
      'stage',
      'amount',
      'note',
    ])
  })

  test('in another delimiter than the rows: taken apart by it', () => {
    const rows = rowsOf('id;stage;amount', '1,won,10', '2,lost,20', '3,won,30')
    expect(header(rows, 3)).toMatchObject({ first: 0, names: ['id', 'stage', 'amount'] })
  })
})

test.each([
  [['owner', '2025', '2026'], true],
  [['owner', 'Jan-26', 'Feb-26'], true],
  [['owner', '2026-Q1', '2026-Q2'], true],
  [['Ann', '100', '110'], false],
  [['2026', '2026', '2026'], false],
])('%j is a list of periods: %s', (cells, periods) => {
  expect(isPeriodHeader(cells)).toBe(periods)
})
