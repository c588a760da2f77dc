import { describe, expect, test } from 'vitest'
import { readCell } from '../../../src/ingest/values/index.ts'
import { decide, read, refusal } from './columns.ts'

describe('one cell beside others that settle the decimal mark', () => {
  const point: [string, string][] = [
    ['1234.5', '1234.5'],
    ['$1,234', '1234'],
    ['"', '! not-a-number'],
    ['(250.00)', '-250.00'],
    ['$(250.00)', '-250.00'],
    ['1234-', '-1234'],
    ['-1,500,000.00', '-1500000.00'],
    ['−12', '-12'],
    ['45k', '45000'],
    ['1.2M', '1200000'],
    ['$1,117.10K', '1117100'],
    ['USD 1,315.00', '1315.00'],
    ['$450 USD', '450'],
    ['£9999', '9999'],
    ['450 (USD)', '450'],
    ['1,28,500.00', '128500.00'],
    ['1,28,500.00 Dr', '128500.00'],
    ['12 Cr', '-12'],
    ["'-250", '-250'],
    ["1'234.56", '1234.56'],
    ['12\u00a0500.50', '12500.50'],
    ['12\u202f500', '12500'],
    ['.5', '0.5'],
    ['007.5', '7.5'],
    ['15%', '! not-an-amount'],
    ['R$ 150 mil', '150000'],
    ['150 mil', '! not-a-number'],
    ['$1.5mil', '! not-a-number'],
    ['1.5E+03', '1500'],
    ['5.80503E+18', '! number-too-large'],
    ['1.2.3', '! not-a-number'],
    ['Q3 12', '! not-a-number'],
    ['Age 12', '! not-a-number'],
    ['12 apples', '! not-a-number'],
    ['TBD', '! not-a-number'],
  ]
  test.each(point)('%s among decimal points is %s', (cell, value) => {
    expect(read('money', ['0.25', '99.95', cell])[2]).toBe(value)
  })

  const comma: [string, string][] = [
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['2.500.000', '2500000'],
    ['10.000', '10000'],
    ['0,5', '0.5'],
    ['€ 12', '12'],
    ['12,50 €', '12.50'],
    ['12,-', '12'],
    ['R$ 1.500,00', '1500.00'],
    ['1,5 Mio.', '1500000'],
    ['-0,75', '-0.75'],
    ['1.234.56', '! not-a-number'],
  ]
  test.each(comma)('%s among decimal commas is %s', (cell, value) => {
    expect(read('money', ['0,25', '99,95', cell])[2]).toBe(value)
  })
})

test('blank, NULL, dashes and n/a are missing, never zero', () => {
  expect(read('money', ['1.5', '', '  ', 'NULL', '-', '--', 'N/A', '#N/A', 'NaN', '0'])).toEqual([
    '1.5',
    ...Array<null>(8).fill(null),
    '0',
  ])
})

test('10.000 alone is ten or ten thousand: refused with both readings', () => {
  expect(refusal('money', ['10.000', '25.000'])).toMatch(/"10\.000" may be 10000 or 10\.000/)
})

test('10.000 beside 1.000.000 is ten thousand', () => {
  expect(read('money', ['10.000', '1.000.000'])).toEqual(['10000', '1000000'])
})

test('10.000 beside 10.50 is ten', () => {
  expect(read('money', ['10.000', '10.50'])).toEqual(['10.000', '10.50'])
})

test('told the decimal mark, 10.000 is read by it', () => {
  expect(read('money', ['10.000'], { decimal: ',' })).toEqual(['10000'])
  expect(read('money', ['10.000'], { decimal: '.' })).toEqual(['10.000'])
})

test('a file with semicolons says that a point groups thousands, and the decision says so', () => {
  const decided = decide('money', ['10.000'], { delimiter: ';' })
  expect(decided).toMatchObject({
    format: { kind: 'number', decimal: ',' },
    warning: expect.stringContaining('";"') as string,
  })
})

test('amounts in dollars have cents or none, so three digits are thousands', () => {
  expect(read('money', ['$1,234', '$987'])).toEqual(['1234', '987'])
  expect(refusal('money', ['KWD 1.234'])).not.toBeNull()
})

test('whole numbers have no decimals, so three digits are thousands', () => {
  expect(read('integer', ['10.000'])).toEqual(['10000'])
})

test('fifty numbers over 999 in groups and small ones without are thousands', () => {
  const cells = ['12', '950']
  for (let i = 0; i < 50; i++) cells.push(`1.${100 + i}`)
  expect(read('money', cells)[2]).toBe('1100')
  expect(refusal('money', cells.slice(0, 40))).not.toBeNull()
})

test('both decimal marks in one column are refused, unless one of them is a slip', () => {
  expect(refusal('money', ['1.50', '2,50'])).toMatch(/both decimal marks/)
  const cells = Array.from({ length: 200 }, (_, i) => `${i}.5`)
  const decided = decide('money', [...cells, '2,50'])
  expect(decided).toMatchObject({ warning: expect.stringContaining('other decimal mark') as string })
  expect(read('money', [...cells, '2,50']).at(-1)).toBe('! not-a-number')
})

test('told the decimal mark of a mixed column, the other cells are rejected', () => {
  expect(read('money', ['0.25', '1,23'], { decimal: '.' })).toEqual(['0.25', '! not-a-number'])
})

test('what the cells say beats what was told, and that is said', () => {
  const decided = decide('money', ['1.50', '10.25'], { decimal: ',' })
  expect(decided).toMatchObject({
    format: { decimal: '.' },
    warning: expect.stringContaining('told') as string,
  })
})

test('amounts in thousands are scaled exactly', () => {
  expect(read('money', ['200', '0.1', '-', '1234.5678'], { unit: 1000 })).toEqual([
    '200000',
    '100',
    null,
    '1234567.8',
  ])
})

test('a column without a single number is refused', () => {
  expect(refusal('money', ['red', 'blue'])).toMatch(/none of the 2 cells reads as a number/)
})

test('no digit is lost to floating point', () => {
  expect(read('money', ['12345678901234.5678', '0.1'])[0]).toBe('12345678901234.5678')
})

describe('percentages', () => {
  test('are no amounts of money, and that is said', () => {
    const decided = decide('money', ['100', '2000', '85%'])
    expect(decided).toMatchObject({
      warning: '1 cell cannot be read as numbers, for example "85%"',
    })
    if ('undecidable' in decided) throw new Error(decided.undecidable)
    expect(readCell(decided.format, '85%')).toEqual({
      code: 'not-an-amount',
      reason: '"85%" is a percentage, not an amount',
    })
    expect(readCell(decided.format, '85')).toEqual({ value: '85' })
  })

  test('say nothing about the decimal mark of money', () => {
    expect(read('money', ['1.50', '12,5 %', '2.25'])).toEqual(['1.50', '! not-an-amount', '2.25'])
  })

  test('alone leave a column of money without a number', () => {
    expect(refusal('money', ['85%', '90 %'])).toMatch(/none of the 2 cells reads as a number/)
  })

  test('are numbers elsewhere, as ratings are', () => {
    expect(read('number', ['85%', '90 %', '7'])).toEqual(['85', '90', '7'])
    expect(read('integer', ['85%'])).toEqual(['85'])
  })
})

test('mil may be a thousand or a million, and the refusal says so', () => {
  const format = { kind: 'number', decimal: '.', group: null, unit: 1, evidence: '' } as const
  for (const cell of ['150 mil', '$150 mil', 'USD 1.5 mil', '150mil €'])
    expect(readCell(format, cell)).toEqual({
      code: 'not-a-number',
      reason: `"${cell}" may be thousands or millions: write the amount in digits`,
    })
  expect(readCell(format, 'Mil')).toMatchObject({ reason: '"Mil" is not a number' })
  expect(read('money', ['R$ 1,5 mil', 'R$ 200'])).toEqual(['1500', '200'])
})
