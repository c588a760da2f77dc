import { describe, expect, test } from 'vitest'
import { SalescheckError } from '../../../src/errors.ts'
import { overrideFor } from '../../../src/ingest/recognise/index.ts'
import { nearest } from '../../../src/ingest/recognise/nearest.ts'
import { columnsOf, read } from './sheets.ts'

const lines: [string, string, string] = [
  'ref|klant|uitkomst|bedrag|wanneer',
  '1|Acme|Won|10.50|2026-01-02',
  '2|Brit|Lost|20.50|2026-01-03',
]

test('the mapping file names the table and its columns; the rest is still found', () => {
  const overrides = new Map([
    [
      'odd.csv',
      { table: 'deals' as const, columns: { deal_id: 'ref', status: 'uitkomst', closed_on: 'Wanneer' } },
    ],
  ])
  const mapping = read('odd.csv', lines, { overrides })
  expect(mapping.table).toBe('deals')
  expect(mapping.recognised).toBe('salescheck.json')
  expect(columnsOf(mapping)).toEqual([
    'deal_id=ref',
    'customer=klant',
    'status=uitkomst',
    'amount=bedrag',
    'closed_on=wanneer',
  ])
  expect(mapping.columns[0]?.why).toBe('salescheck.json')
})

test('null leaves a column out', () => {
  const overrides = new Map([['deals.csv', { columns: { owner: null } }]])
  const mapping = read('deals.csv', ['deal_id|status|owner|rep', '1|won|Ann|Ann'], { overrides })
  expect(columnsOf(mapping)).toEqual(['deal_id=deal_id', 'status=status'])
})

test('what the mapping file maps is taken from the preset', () => {
  const overrides = new Map([['maven.csv', { columns: { customer: 'product' } }]])
  const mapping = read(
    'maven.csv',
    [
      'opportunity_id|sales_agent|product|account|deal_stage|engage_date|close_date|close_value',
      '1|A|P|C|Won|2026-01-01|2026-01-02|5',
    ],
    { overrides },
  )
  expect(columnsOf(mapping)).toContain('customer=product')
  expect(columnsOf(mapping)).not.toContain('product=product')
})

test('an ignored file is listed and nothing of it read', () => {
  const mapping = read('deals.csv', ['deal_id|status|amount', '1|won|10'], {
    overrides: new Map([['deals.csv', { ignore: true }]]),
  })
  expect(mapping).toMatchObject({ table: null, recognised: 'left out by salescheck.json', columns: [] })
})

test('a currency of the mapping file holds for every row', () => {
  const overrides = new Map([['deals.csv', { currency: 'CHF' }]])
  expect(
    read('deals.csv', ['deal_id|status|amount', '1|won|10'], { overrides }).constants.get('currency'),
  ).toBe('CHF')
})

test('a flag pins a file to a table that its headers would not give', () => {
  const mapping = read('x.csv', ['Deal title|Value|Close date', 'A|10|2026-01-01'], { pin: 'deals' })
  expect(mapping).toMatchObject({ table: 'deals', recognised: 'flag --deals' })
})

const thrown = (act: () => unknown): SalescheckError => {
  try {
    act()
  } catch (error) {
    if (error instanceof SalescheckError) return error
  }
  throw new Error('nothing was thrown')
}

describe('mistakes in the mapping file', () => {
  test('an unknown column is named with the nearest one', () => {
    const overrides = new Map([['deals.csv', { columns: { closed: 'Status' } }]])
    const error = thrown(() => read('deals.csv', ['Deal ID|Status', '1|won'], { overrides }))
    expect([error.code, error.message, error.hint]).toEqual([
      'config',
      'salescheck.json: the table deals has no column "closed"',
      'did you mean "closed_on"?',
    ])
  })
  test('an unknown header is named with the nearest one', () => {
    const overrides = new Map([['deals.csv', { columns: { closed_on: 'Closing Dat' } }]])
    const error = thrown(() =>
      read('deals.csv', ['Deal ID|Status|Closing Date', '1|won|2026-01-01'], { overrides }),
    )
    expect([error.code, error.message, error.hint]).toEqual([
      'mapping',
      'salescheck.json: deals.csv has no column headed "Closing Dat"',
      'did you mean "Closing Date"?',
    ])
  })
  test.each([
    [
      'a choice that is none',
      { status: { wonn: ['Unterschrieben'], lost: ['Tot'] } },
      'salescheck.json: values of status: "wonn" is no choice of this column',
      'did you mean "won"? its choices: won, lost, open',
    ],
    [
      'a choice that is like none',
      { status: { abandoned: ['Tot'] } },
      'salescheck.json: values of status: "abandoned" is no choice of this column',
      'its choices: won, lost, open',
    ],
    [
      'a column that is none',
      { stats: { won: ['Unterschrieben'] } },
      'salescheck.json: the table deals has no column "stats"',
      'did you mean "status"?',
    ],
    [
      'a column without choices',
      { owner: { Ann: ['A.'] } },
      'salescheck.json: values of owner: this column has no choices, its cells are read as text',
      'columns of deals with choices: status',
    ],
  ])('words for %s', (_name, values, message, hint) => {
    const overrides = new Map([['deals.csv', { values }]])
    const error = thrown(() => read('deals.csv', ['Deal ID|Status', '1|won'], { overrides }))
    expect([error.code, error.message, error.hint, error.place]).toEqual([
      'config',
      message,
      hint,
      { file: 'deals.csv' },
    ])
  })
  test('words for a column of a table in which no column has choices', () => {
    const overrides = new Map([['leads.csv', { values: { source: { web: ['www'] } } }]])
    const error = thrown(() =>
      read('leads.csv', ['lead_id|created_date|source', '1|2026-01-02|www'], { overrides }),
    )
    expect(error.hint).toBe('no column of leads has choices: leave "values" out')
  })
  test('a file pinned to a table that none of its headers belongs to', () => {
    const error = thrown(() => read('x.csv', ['a|b', '1|2'], { pin: 'surveys' }))
    expect(error.code).toBe('mapping')
    expect(error.hint).toContain('answered_on')
  })
})

describe('which entry of the mapping file a source takes', () => {
  const overrides = new Map([
    ['deals.csv', { currency: 'EUR' }],
    ['north/deals.csv', { currency: 'USD' }],
  ])
  const cases: [string, string | undefined][] = [
    ['deals.csv', 'EUR'],
    ['./deals.csv', 'EUR'],
    ['exports/deals.csv', 'EUR'],
    ['exports/north/deals.csv', 'USD'],
    ['exports\\north\\deals.csv', 'USD'],
    ['exports/mydeals.csv', undefined],
  ]
  test.each(cases)('%s: %s', (name, currency) => {
    expect(overrideFor(name, overrides)?.currency).toBe(currency)
  })
})

test('did you mean', () => {
  const known = ['closed_on', 'created_on', 'owner', 'lost_reason']
  expect(
    ['close_on', 'ownr', 'lostreason', 'Created On', 'reason'].map((word) => nearest(word, known)),
  ).toEqual(['closed_on', 'owner', 'lost_reason', 'created_on', 'lost_reason'])
  expect(nearest('zebra', known)).toBeNull()
})
