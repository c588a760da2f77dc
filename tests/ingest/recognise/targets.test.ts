import { describe, expect, test } from 'vitest'
import { columnsOf, read } from './sheets.ts'

test('a column per month is unpivoted, the year taken from its column', () => {
  const months = Array.from({ length: 12 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`)
  const mapping = read('t.csv', [
    `Year|EmployeeID|${months.join('|')}`,
    `2017|611|${months.map(() => '200').join('|')}`,
  ])
  expect(mapping.table).toBe('targets')
  expect(columnsOf(mapping)).toEqual(['entity=EmployeeID'])
  expect(mapping.constants.get('level')).toBe('owner')
  expect(mapping.wide?.yearIndex).toBe(0)
  expect(mapping.wide?.columns.map(({ period }) => period)).toEqual(months)
})

describe('period columns in many spellings', () => {
  const cases: [string, string, string, string[]][] = [
    [
      'month names, the year in the file name',
      'quota_2026.csv',
      'Rep|Jan|Feb|Mar',
      ['2026-01', '2026-02', '2026-03'],
    ],
    ['ISO months', 't.csv', 'Rep|2026-01|2026-02|2026-03', ['2026-01', '2026-02', '2026-03']],
    [
      'quarters with their year',
      't.csv',
      'Rep|Q1 2026|Q2 2026|Q3 2026|Q4 2026',
      ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
    ],
    [
      'quarters and the word target',
      'q-2026.csv',
      'Rep|Q1 Target|Q2 Target|Q3 Target|Q4 Target',
      ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
    ],
    ['short months with years', 't.csv', 'Rep|Jan-26|Feb-26|Mar-26', ['2026-01', '2026-02', '2026-03']],
    ['German months', 'ziele 2026.csv', 'Mitarbeiter|Januar|Februar|März', ['2026-01', '2026-02', '2026-03']],
    ['first days as spreadsheets show them', 't.csv', 'Rep|1-Jan|1-Feb|1-Mar', ['M01', 'M02', 'M03']],
    [
      'first days, the year in the file name',
      'quota_2026.csv',
      'Rep|1-Jan|1-Feb|1-Mar',
      ['2026-01', '2026-02', '2026-03'],
    ],
    ['years', 't.csv', 'Region|2024|2025|2026', ['2024', '2025', '2026']],
  ]
  test.each(cases)('%s', (_name, file, header, periods) => {
    const row = header.split('|').map((_, index) => (index === 0 ? 'Ann' : '100000'))
    const mapping = read(file, [header, row.join('|')])
    expect(mapping.table).toBe('targets')
    expect(mapping.wide?.columns.map(({ period }) => period)).toEqual(periods)
  })
})

test('actuals and totals beside the targets are no targets', () => {
  const mapping = read('t.csv', [
    'Rep|Q1 2026 Target|Q1 2026 Actual|Q2 2026 Target|Q2 2026 Actual|Q3 2026 Target|Q4 2026 Target|Total 2026',
    'Ann|10000|9000|10000|9000|10000|10000|40000',
  ])
  expect(mapping.wide?.columns.map(({ period }) => period)).toEqual([
    '2026-Q1',
    '2026-Q2',
    '2026-Q3',
    '2026-Q4',
  ])
})

test('questions Q1 to Q4 of a survey are no quarters', () => {
  const mapping = read('nps.csv', [
    'Response ID|Q1|Q2|Q3|Q4|How likely are you to recommend us?',
    '1|3|4|5|2|9',
    '2|1|4|3|2|10',
  ])
  expect(mapping.table).toBe('surveys')
  expect(mapping.wide).toBeNull()
})

describe('whose target it is, by the column that names it', () => {
  const cases: [string, string][] = [
    ['Sales rep', 'owner'],
    ['Team', 'team'],
    ['Region', 'team'],
    ['Product', 'product'],
    ['Vendedor', 'owner'],
    ['Name', 'owner'],
  ]
  test.each(cases)('%s: %s', (header, level) => {
    const mapping = read('t.csv', [`${header}|Period|Quota`, 'x|2026-Q1|1000'])
    expect(columnsOf(mapping)).toEqual([`entity=${header}`, 'period=Period', 'target_amount=Quota'])
    expect(mapping.constants.get('level')).toBe(level)
  })
})

test('a target per month and nobody is the company’s', () => {
  const mapping = read('t.csv', ['Month|Sales target', '2026-01|100000'])
  expect(mapping.constants.get('level')).toBe('company')
})

test('the rep is the entity where rep and team are both named', () => {
  expect(columnsOf(read('t.csv', ['Team|Rep|Quarter|Quota', 'North|Ann|2026-Q1|1000']))).toContain(
    'entity=Rep',
  )
})

test('quarter and year in two columns make one period', () => {
  const mapping = read('t.csv', ['Rep|Year|Quarter|Quota', 'Ann|2026|Q1|1000', 'Ann|2026|Q2|1000'])
  expect(columnsOf(mapping)).toEqual(['entity=Rep', 'period=Quarter', 'target_amount=Quota'])
  expect(mapping.wide).toEqual({ columns: [], yearIndex: 1 })
})

describe('the period from the file name', () => {
  const cases: [string, string | undefined][] = [
    ['q4_targets_2026.csv', '2026-Q4'],
    ['targets-2026-Q3.csv', '2026-Q3'],
    ['quota 2026q1.csv', '2026-Q1'],
    ['Quota Sep 2026.csv', '2026-09'],
    ['exports/quota_2026-09.csv', '2026-09'],
    ['targets_2026.csv', '2026'],
    ['q4_targets.csv', undefined],
    ['targets_fy26_q3.csv', undefined],
    ['targets.csv', undefined],
  ]
  test.each(cases)('%s: %s', (name, period) => {
    expect(read(name, ['Sales_Rep|Quota', 'Ann|1000']).constants.get('period')).toBe(period)
  })
})

test('years beside the first day of the period are no periods of their own', () => {
  const lines: [string, ...string[]] = [
    'rep|a|b|quota|c',
    'Ann|1|2025|100|2025-01-01',
    'Bo|1|2025|200|2025-04-01',
    'Cy|2|2026|300|2026-01-01',
    'Di|2|2026|400|2026-04-01',
  ]
  expect(columnsOf(read('t.csv', lines))).toContain('period=b')
  const overrides = new Map([['t.csv', { columns: { start_on: 'c' } }]])
  expect(columnsOf(read('t.csv', lines, { overrides }))).toEqual([
    'entity=rep',
    'target_amount=quota',
    'start_on=c',
  ])
})
