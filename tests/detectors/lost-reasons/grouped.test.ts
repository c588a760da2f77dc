// Rankings per group on a real engine.
import { describe, expect, it } from 'vitest'
import { lostReasons } from '../../../src/detectors/lost-reasons/index.ts'
import type { DetectorOutcome, Table } from '../../../src/report/index.ts'
import { detectorOutcome } from '../../../src/report/schemas.ts'
import { runOn, type Data } from '../scenario.ts'
import { lostDeals } from './losses.ts'

const deal = {
  product: 'Core',
  segment: 'SMB',
  competitor: null,
  stage: 'Closed Lost',
  closed_on: '2025-11-10',
  amount: '100.50',
  currency: 'EUR',
  lost_reason: 'Price',
}

const data: Data = {
  deals: [
    ...lostDeals(12, deal, 'A'),
    ...lostDeals(7, { ...deal, product: 'core ', lost_reason: 'Bad timing', currency: 'USD' }, 'B'),
    ...lostDeals(6, { ...deal, product: 'Pay', competitor: 'Globex', stage: 'Demo' }, 'C'),
    ...lostDeals(4, { ...deal, product: 'Old', lost_reason: 'No fit', amount: '-3' }, 'D'),
    ...lostDeals(2, { ...deal, product: null, lost_reason: null }, 'E'),
    ...lostDeals(3, { ...deal, status: 'won', lost_reason: null }, 'W'),
  ],
  stage_history: ['A0001', 'A0002', 'A0003', 'A0004', 'A0005', 'B0001'].flatMap((deal_id) => [
    { deal_id, stage: 'Proposal', entered_on: '2025-10-01' },
    { deal_id, stage: 'Closed Lost', entered_on: '2025-11-10' },
  ]),
}

const groupsOf = ({ tables }: DetectorOutcome): Table[] =>
  tables.filter(({ id }) => id.startsWith('ranking-by-'))

/** Title without the question, deals per reason, and value with its other currencies. */
const told = (outcome: DetectorOutcome): unknown[] =>
  groupsOf(outcome).map(({ title, columns, rows }) => {
    const at = (id: string): number => columns.findIndex((column) => column.id === id)
    return [
      title.slice('Why deals are lost, '.length),
      ...rows.map((row) => [
        row[at('reason')],
        row[at('deals')],
        row[at('value')],
        row[at('otherValues')] ?? '',
      ]),
    ]
  })

describe('groups from a real engine', () => {
  it('by product: by the normalised name, small ones together', async () => {
    const outcome = await runOn(lostReasons, data, { options: { groupBy: 'product' } })
    expect(() => detectorOutcome.parse(outcome)).not.toThrow()
    expect(told(outcome)).toEqual([
      ['product: Core', ['Price', 12, 1206, ''], ['Bad timing', 7, 0, 'USD 704']],
      ['product: Pay', ['Price', 6, 603, '']],
      ['product: other', ['No fit', 4, 0, '']],
    ])
  })

  it('by stage: where the deal was lost, with its value', async () => {
    const outcome = await runOn(lostReasons, data, { options: { groupBy: 'stage' } })
    expect(() => detectorOutcome.parse(outcome)).not.toThrow()
    expect(told(outcome)).toEqual([
      ['stage: Demo', ['Price', 6, 603, '']],
      ['stage: Proposal', ['Price', 5, 502.5, ''], ['Bad timing', 1, 0, 'USD 101']],
      ['stage: not given', ['Price', 7, 703.5, ''], ['Bad timing', 6, 0, 'USD 603'], ['No fit', 4, 0, '']],
    ])
  })

  it('by competitor: deals that name none come last', async () => {
    const outcome = await runOn(lostReasons, data, { options: { groupBy: 'competitor' } })
    expect(told(outcome).map((group) => (group as string[])[0])).toEqual([
      'competitor: Globex',
      'competitor: not given',
    ])
  })

  it('change nothing else', async () => {
    const plain = await runOn(lostReasons, data)
    expect(groupsOf(plain)).toEqual([])
    for (const groupBy of ['product', 'segment', 'competitor', 'stage']) {
      const grouped = await runOn(lostReasons, data, { options: { groupBy } })
      expect(groupsOf(grouped).length).toBeGreaterThan(0)
      const tables = grouped.tables.filter(({ id }) => !id.startsWith('ranking-by-'))
      expect({ ...grouped, tables }).toEqual(plain)
    }
  })

  it.each([1, 2, 100])('of %i identical deals is one', async (count) => {
    for (const groupBy of ['product', 'stage']) {
      const deals = lostDeals(count, { ...deal, stage: 'Demo' })
      const outcome = await runOn(lostReasons, { deals }, { options: { groupBy } })
      expect(() => detectorOutcome.parse(outcome)).not.toThrow()
      expect(groupsOf(outcome)).toHaveLength(1)
    }
  })
})
