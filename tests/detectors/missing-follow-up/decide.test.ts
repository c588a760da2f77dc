// The decision on rows written by hand.
import { describe, expect, it } from 'vitest'
import { defaultOptions } from '../../../src/analyze/run-detector.ts'
import { decide } from '../../../src/detectors/missing-follow-up/decide.ts'
import { missingFollowUp } from '../../../src/detectors/missing-follow-up/index.ts'
import { surroundings } from '../surroundings.ts'

type Input = Parameters<typeof decide>[0]

const input = (rows: Partial<Input['rows']>): Input => ({
  rows: { totals: [], values: [], groups: [], waiting: [], nps: [], kept: [], ...rows },
  options: defaultOptions(missingFollowUp) as Input['options'],
  ...surroundings('2024-12-31'),
})

const totals = (due: number, missing: number) => ({
  won: due,
  contacted: due - missing,
  never: missing,
  due,
  inTime: due - missing,
  late: 0,
  contacts: due,
  met: due - missing,
  undated: 0,
})

describe('the limit of one in five', () => {
  // One-sided score test of 27 of 100 against 0.2: z = 1.75, p = 0.040; of 26: z = 1.5, p = 0.067; 22 of 100 is beyond by chance.
  it.each([
    [27, 'problem'],
    [26, 'watch'],
    [22, 'watch'],
    [20, 'ok'],
  ])('%i of 100 without a contact is %s', (missing, outcome) => {
    expect(decide(input({ totals: [totals(100, missing)] })).outcome).toBe(outcome)
  })

  it('certain but small is not large: 23 % of 10,000', () => {
    expect(decide(input({ totals: [totals(10_000, 2300)] })).outcome).toBe('watch')
  })
})

describe('owners', () => {
  const groups = [
    { grouping: 'owner', key: 'bo', label: 'Bo', hits: 30, total: 40 },
    { grouping: 'owner', key: 'cy', label: 'Cy', hits: 3, total: 3 },
  ]

  it('are findings beside a company that is only worth watching', () => {
    const { outcome, findings } = decide(input({ totals: [totals(100, 25)], groups }))
    expect(outcome).toBe('problem')
    expect(findings.map(({ messageId, verdict }) => [messageId, verdict])).toEqual([
      ['few-in-group', 'problem'],
      ['few-contacts', 'watch'],
    ])
  })

  it('are counted in a note where the company itself is the finding', () => {
    const { findings, notes = [] } = decide(input({ totals: [totals(100, 60)], groups }))
    expect(findings.map(({ messageId }) => messageId)).toEqual(['few-contacts'])
    expect(notes).toContain('Beyond the limit: 1 of 1 owner.')
  })
})

describe('the headline', () => {
  const groups = [
    { grouping: 'owner', key: 'bo', label: 'Bo', hits: 30, total: 40 },
    { grouping: 'owner', key: 'di', label: 'Di', hits: 2, total: 60 },
    { grouping: 'team', key: 'north', label: 'North', hits: 30, total: 40 },
  ]

  it('names the owner where the company keeps the limit', () => {
    expect(decide(input({ totals: [totals(240, 38)], groups })).headline).toBe(
      '38 of 240 won deals (16 %, 95 % interval 12-21 %) had no contact within 30 days of the sale; too many with 1 owner, first Bo (30 of 40, 75 %); in all, 38 (16 %) had none so far.',
    )
  })

  it('speaks of the company alone where the company is the trouble', () => {
    expect(decide(input({ totals: [totals(100, 60)], groups })).headline).toBe(
      '60 of 100 won deals (60 %, 95 % interval 50-69 %) had no contact within 30 days of the sale; 60 (60 %) had none so far.',
    )
  })
})

it('without a sale there is nothing to judge', () => {
  expect(decide(input({}))).toMatchObject({
    outcome: 'insufficient-data',
    reason: 'there are no won deals with a date',
    tables: [],
  })
})
