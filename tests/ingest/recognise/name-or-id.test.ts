import { describe, expect, test } from 'vitest'
import { columnsOf, read } from './sheets.ts'

describe('a header that may stand over ids or names of deals', () => {
  const header = (name: string) => `${name}|Account|Owner|Amount|Stage|Close Date`
  const rows = (...names: string[]) =>
    names.map((name, at) => `${name}|A${at}|Ann|${at}00|Won|2026-01-0${at + 1}`)
  const cases: [string, 'deal_id' | 'deal_name', string[]][] = [
    ['names that come again', 'deal_name', rows('Renewal', 'Renewal', 'New Business', 'New Business')],
    ['single words that come again', 'deal_name', rows('Renewal', 'Upsell', 'Renewal')],
    ['words with spaces', 'deal_name', rows('Acme rollout', 'Bolt renewal 2026', 'Cedar pilot')],
    ['codes', 'deal_id', rows('D-1', 'D-2', 'D-3')],
    ['codes of which one comes again', 'deal_id', rows('D-1', 'D-2', 'D-1')],
    ['numbers', 'deal_id', rows('1001', '1002')],
    ['a word and a number', 'deal_id', rows('Deal 17', 'Deal 18', 'Opp #19')],
    ['different single words', 'deal_id', rows('Alder', 'Birch', 'Cedar')],
    [
      'the same rows twice',
      'deal_id',
      [...rows('Acme rollout', 'Bolt pilot'), ...rows('Acme rollout', 'Bolt pilot')],
    ],
    ['nothing', 'deal_id', []],
  ]
  test.each(cases)('over %s: %s', (_, column, lines) => {
    for (const name of ['Deal', 'Opportunity'])
      expect(columnsOf(read('deals.csv', [header(name), ...lines]))[0]).toBe(`${column}=${name}`)
  })

  test('is the name beside an id, and left alone beside both', () => {
    const both = read('deals.csv', [
      `Deal ID|${header('Deal')}`,
      ...rows('One', 'One').map((row, at) => `D${at}|${row}`),
    ])
    expect(columnsOf(both).slice(0, 2)).toEqual(['deal_id=Deal ID', 'deal_name=Deal'])
    const told = new Map([['deals.csv', { columns: { deal_id: 'Deal' } }]])
    const override = read('deals.csv', [header('Deal'), ...rows('One', 'One')], { overrides: told })
    expect(columnsOf(override)[0]).toBe('deal_id=Deal')
  })
})
