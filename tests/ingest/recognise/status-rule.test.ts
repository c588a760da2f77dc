import { expect, test } from 'vitest'
import { read } from './sheets.ts'

test('flags that say won and closed are found by their headers', () => {
  const mapping = read('deals.csv', [
    'deal_id|stage_name|amount|is_won|is_closed',
    '1|Signed|10|true|true',
    '2|Talk|10|false|false',
  ])
  expect(mapping.status).toEqual({ wonIndex: 3, lostIndex: null, closedIndex: 4, wordsIndex: 1 })
})

test('a column Won that holds dates is no flag', () => {
  const mapping = read('deals.csv', ['deal_id|stage|amount|won', '1|Closed Won|10|2026-01-02', '2|Talk|10|'])
  expect(mapping.status).toMatchObject({ wonIndex: null, wordsIndex: 1 })
})

test('the status decides, not the stage, when its words tell won from lost', () => {
  const mapping = read('deals.csv', [
    'deal_id|status|stage|amount',
    '1|Won|Negotiation|10',
    '2|Lost|Proposal|10',
  ])
  expect(mapping.status?.wordsIndex).toBe(1)
})

test('a status of drafts and drafts only leaves it to the stage', () => {
  const mapping = read('deals.csv', [
    'deal_id|deal status|stage|amount',
    '1|Active|Closed Won|10',
    '2|Active|Closed Lost|10',
  ])
  expect(mapping.status?.wordsIndex).toBe(2)
})

test('words of the mapping file count as words', () => {
  const overrides = new Map([['deals.csv', { values: { status: { won: ['Signed'] } } }]])
  const mapping = read(
    'deals.csv',
    ['deal_id|deal status|stage|amount', '1|Active|Signed|10', '2|Active|Talk|10'],
    { overrides },
  )
  expect(mapping.status?.wordsIndex).toBe(2)
})
