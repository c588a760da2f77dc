// Headers that say their amounts are in thousands or more are told from all others.
import { describe, expect, test } from 'vitest'
import { headerForms } from '../../../src/ingest/recognise/header.ts'
import { isScale, isScaled } from '../../../src/ingest/recognise/scaled.ts'
import { columnsOf, read } from './sheets.ts'

const scales = [
  ...[
    'k',
    'K',
    'k€',
    '€k',
    '€ k',
    'k €',
    '$000',
    '000',
    "'000",
    '000s',
    'in thousands',
    'USD thousands',
    'm',
    'M',
  ],
  ...[
    'TEUR',
    'T€',
    'T EUR',
    'T. EUR',
    'KEUR',
    'kUSD',
    'k USD',
    'in k GBP',
    'MEUR',
    'M€',
    'mUSD',
    '$m',
    '£ m',
  ],
  ...[
    'Tausend €',
    'in Tsd.',
    'Tsd. €',
    'in 1.000 €',
    'Mio',
    'Mio. EUR',
    'mn',
    '€ mn',
    'mln zł',
    'Mrd. €',
    '$bn',
    'bn',
  ],
  ...[
    'en milliers',
    "en milliers d'euros",
    'em milhares',
    'milhões',
    'en miles',
    'miles de euros',
    'R$ mil',
    'mil R$',
    'mil',
  ],
  ...[
    'tys.',
    'tys. zł',
    'migliaia di euro',
    'duizend',
    'tkr',
    'TSEK',
    'MSEK',
    'Mkr',
    't.kr.',
    'Lakhs',
    '₹ lakhs',
    'Crores',
    '₹ Cr',
  ],
  ...['千円', '万円', '百万円', '単位:千円', 'тыс. руб.'],
]
const plain = [
  ...[
    'EUR',
    'in EUR',
    '€',
    'US$',
    'R$',
    'zł',
    'kr',
    '0-10',
    '%',
    'UTC',
    'net',
    'mail',
    'Email',
    'milestone',
    'miles',
    'Cr',
    'Dr',
  ],
  ...[
    'Mars',
    'Monat',
    'Team',
    'Kunde',
    'Term',
    'Mall',
    'Amount USD',
    'Task EUR',
    'Kind €',
    'monthly',
    '円',
    'Vermillion',
  ],
]

test.each(scales)('in brackets %j scales the amounts', (inside) => {
  expect(isScale(inside)).toBe(true)
  expect(isScaled(`Quota (${inside})`)).toBe(true)
  expect(headerForms(`Quota (${inside})`).keys).not.toContain('quota')
})

test.each(plain)('in brackets %j explains', (inside) => {
  expect(isScale(inside)).toBe(false)
  expect(isScaled(`Quota (${inside})`)).toBe(false)
  expect(headerForms(`Quota (${inside})`).keys).toContain('quota')
})

describe('without brackets', () => {
  test.each([
    'Quota TEUR',
    'Ziel T€',
    'Ziel in Tsd. EUR',
    'Target k USD',
    'Target $k',
    'Meta R$ mil',
    '目標（千円）',
  ])('%s is scaled', (header) => expect(isScaled(header)).toBe(true))
  test.each([
    'Email',
    'Milestone',
    'Mil',
    'Amount $',
    'Amount EUR',
    'Team M',
    'Discount €',
    'Quota 2000',
    'K',
    'Ritmo',
  ])('%s is not', (header) => expect(isScaled(header)).toBe(false))
})

test('targets in thousands are not taken for units, and the refusal says what to write', () => {
  for (const header of ['Quota (k€)', 'Quota (TEUR)', 'Quota TEUR']) {
    const mapping = read('targets.csv', [
      `Rep|Period|${header}`,
      'Ann|2026-Q3|150.00',
      'Bob|2026-Q3|120.50',
      'Cy|2026-Q3|99.00',
    ])
    expect(mapping.table).toBeNull()
    expect(mapping.recognised).toBe(
      `nearest to targets, but nothing stands for target_amount; "${header}" may hold it, in thousands or more: say so for this file in salescheck.json, with "columns": {"target_amount": …} and "amountsIn": "thousands" or "millions"`,
    )
  }
})

test('amounts in thousands are not found by their cells either', () => {
  const lines = (header: string): [string, ...string[]] => [
    `Deal ID|Status|Close date|Sales rep|${header}`,
    ...['150.00', '120.50', '99.00', '11.25'].map(
      (amount, at) => `${at}|Won|2026-01-0${1 + at}|Ann|${amount}`,
    ),
  ]
  expect(columnsOf(read('deals.csv', lines('Volumen')))).toContain('amount=Volumen')
  expect(columnsOf(read('deals.csv', lines('Volumen (TEUR)')))).not.toContain('amount=Volumen (TEUR)')
})
