// Rankings per group, on rows written by hand. Intervals: Wilson's formula, computed in Python 3.
import { describe, expect, it } from 'vitest'
import { decide } from '../../../src/detectors/lost-reasons/decide.ts'
import type { Table } from '../../../src/report/index.ts'
import { input, inSegment, inStage, said, type Given } from './losses.ts'

const groupsOf = (given: Given): readonly Table[] =>
  decide(input(given)).tables.filter(({ id }) => id.startsWith('ranking-by-'))

const column = (table: Table | undefined, id: string): unknown[] => {
  const index = table?.columns.findIndex((one) => one.id === id) ?? -1
  return index === -1 ? [] : (table?.rows.map((row) => row[index]) ?? [])
}

const titles = (tables: readonly Table[]): string[] => tables.map(({ title }) => title)

const eur = { currency: 'EUR' }
const products: Given = {
  columns: ['closed_on', 'product', 'amount', 'currency'],
  options: { groupBy: 'product' },
  reasons: [
    said('Price', 47, [0, 0], { ...eur, valued: 47, value: 4700 }),
    said('Timing', 34, [0, 0], { ...eur, valued: 34, value: 900 }),
    said('price', 5, [0, 0], { currency: 'USD', valued: 5, value: 50 }),
    said('Duplicate', 3),
    said(null, 10),
  ],
  segments: [
    inSegment('product', 'core', 'Price', 40, { ...eur, label: 'Core', amount: 4000.1 }),
    inSegment('product', 'core', 'price', 5, { currency: 'USD', label: 'Core', amount: 50 }),
    inSegment('product', 'core', 'Timing', 4, { ...eur, label: 'CORE', amount: 100 }),
    inSegment('product', 'core', null, 5, { label: 'Core' }),
    inSegment('product', 'pay', 'Timing', 25, { ...eur, amount: 700 }),
    inSegment('product', 'pay', 'Price', 2, { ...eur, amount: 600 }),
    inSegment('product', 'pay', 'Duplicate', 3, eur),
    inSegment('product', 'old', 'Timing', 3, { ...eur, amount: 50 }),
    inSegment('product', 'gone', 'Price', 4, { ...eur, amount: 80 }),
    inSegment('product', 'gone', null, 5),
    { ...inSegment('product', 'x', 'Timing', 2, { ...eur, amount: 50 }), value: null, label: null },
    { ...inSegment('product', 'x', 'Price', 1, { ...eur, amount: 20 }), value: null, label: null },
  ],
}

describe('groups', () => {
  it('stand by size, small ones summed as other, those without a value last', () => {
    const tables = groupsOf(products)
    expect(titles(tables)).toEqual([
      'Why deals are lost, product: CORE',
      'Why deals are lost, product: pay',
      'Why deals are lost, product: other',
      'Why deals are lost, product: not given',
    ])
    expect(tables.map(({ id }) => id)).toEqual([
      'ranking-by-product-1',
      'ranking-by-product-2',
      'ranking-by-product-3',
      'ranking-by-product-4',
    ])
    expect(tables.map(({ note }) => note)).toEqual([
      '49 of 54 lost deals carry a reason (91 %).',
      '27 of 27 lost deals carry a reason (100 %).',
      '7 of 12 lost deals carry a reason (58 %); too few for ranks: these are places in a list; 2 values with fewer than 5 losses with a reason.',
      '3 of 3 lost deals carry a reason (100 %).',
    ])
    expect(tables.map((table) => column(table, 'deals'))).toEqual([
      [45, 4],
      [25, 2],
      [4, 3],
      [2, 1],
    ])
  })

  it('rank by their own numbers and show the share elsewhere, among those whose product is known', () => {
    const [core] = groupsOf(products)
    expect(column(core, 'rank')).toEqual(['1', '2'])
    expect(column(core, 'reason')).toEqual(['Price', 'Timing'])
    expect(column(core, 'share')).toEqual([45 / 49, 4 / 49])
    expect(column(core, 'lower')[0]).toBeCloseTo(0.808108724, 9)
    expect(column(core, 'upper')[0]).toBeCloseTo(0.967797182, 9)
    // Of the 34 with another product.
    expect(column(core, 'elsewhere')).toEqual([6 / 34, 28 / 34])
    expect(column(groupsOf(products)[3], 'elsewhere')).toEqual([32 / 83, 51 / 83])
    expect(column(core, 'category')).toEqual(['price', 'timing'])
    expect(column(core, 'validated')).toEqual([])
  })

  it('keep the currencies of the whole ranking in its order', () => {
    const [core, pay] = groupsOf(products)
    expect(column(core, 'value')).toEqual([4000.1, 100])
    expect(column(core, 'currency')).toEqual(['EUR', 'EUR'])
    expect(column(core, 'otherValues')).toEqual(['USD 50', ''])
    expect(column(pay, 'value')).toEqual([700, 600])
    expect(column(pay, 'otherValues')).toEqual([])
  })

  it('claim no ranks under the coverage that ranks need', () => {
    const other = groupsOf(products)[2]
    expect(other?.columns[0]?.label).toBe('Place')
    expect(column(other, 'rank')).toEqual(['1', '2'])
  })

  it('mark what is named significantly more often there', () => {
    const tables = groupsOf({
      ...products,
      reasons: [
        said('Price', 47),
        said('price', 5),
        said('Timing', 34),
        said('Duplicate', 3),
        said(null, 10),
      ],
    })
    // 45 of 49 against 6 of 34.
    expect(column(tables[0], 'standsOut')).toEqual(['5.2 x', null])
    expect(column(tables[3], 'standsOut')).toEqual([])
  })

  it('by product show the validation of that product', () => {
    const reasons = new Map([
      [
        'Price',
        {
          category: null,
          validated: new Map<string, string | boolean>([
            ['Core', '2026-08'],
            ['Pay', false],
          ]),
        },
      ],
    ])
    const tables = groupsOf({ ...products, aliases: new Map([['Price', []]]), words: { reasons } })
    expect(tables.map((table) => column(table, 'validated')[0])).toEqual([
      'yes (2026-08)',
      'not yet',
      'Core: yes (2026-08); Pay: not confirmed',
      'not yet',
    ])
    expect(column(tables[1], 'validated')).toEqual(['not yet', 'not confirmed'])
  })

  it('by stage take the stage at loss, with the coverage of the whole', () => {
    const tables = groupsOf({
      columns: ['closed_on', 'stage', 'amount', 'currency'],
      options: { groupBy: 'stage' },
      reasons: [said('Price', 30, [0, 0], { ...eur, valued: 30, value: 300 }), said('Timing', 12)],
      stages: [
        inStage('Proposal', 'Price', 20, { ...eur, amount: 200 }),
        inStage('Closed Lost', 'Price', 5, { ...eur, amount: 100, stageBefore: 'Demo' }),
        inStage('Closed Lost', 'Timing', 8),
        inStage('Proposal', 'Timing', 4),
        inStage('Trial', 'Price', 4),
      ],
    })
    expect(titles(tables)).toEqual([
      'Why deals are lost, stage: Proposal',
      'Why deals are lost, stage: Demo',
      'Why deals are lost, stage: other',
      'Why deals are lost, stage: not given',
    ])
    expect(tables[0]?.note).toBe('24 lost deals with a reason.')
    expect(column(tables[0], 'value')).toEqual([200, 0])
    expect(column(tables[1], 'value')).toEqual([100])
  })

  it('are none unless asked for, and it is said when there is no such column', () => {
    expect(groupsOf({ ...products, options: {} })).toEqual([])
    const given: Given = { reasons: [said('Price', 30)], options: { groupBy: 'competitor' } }
    expect(groupsOf(given)).toEqual([])
    expect(decide(input(given)).tables[0]?.note?.split('\n').at(-1)).toBe(
      'Not grouped: the lost deals have no column for competitor.',
    )
  })

  it('beyond the largest values are other', () => {
    const rest = { ...inSegment('product', 'x', 'Price', 6), value: null, label: null, rest: true }
    const [, other] = groupsOf({ ...products, segments: [inSegment('product', 'core', 'Price', 9), rest] })
    expect(other?.title).toBe('Why deals are lost, product: other')
    expect(other?.note).toBe('6 of 6 lost deals carry a reason (100 %); all but the 50 largest.')
  })
})
