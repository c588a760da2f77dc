// The decision on rows written by hand.
import { describe, expect, it } from 'vitest'
import { defaultOptions } from '../../../src/analyze/run-detector.ts'
import { decide } from '../../../src/detectors/premature-proposal/decide.ts'
import { prematureProposal } from '../../../src/detectors/premature-proposal/index.ts'
import { surroundings } from '../surroundings.ts'

type Input = Parameters<typeof decide>[0]

const input = (rows: Partial<Input['rows']>): Input => ({
  rows: { sides: [], reasons: [], stages: [], values: [], groups: [], ...rows },
  options: defaultOptions(prematureProposal) as Input['options'],
  ...surroundings('2024-12-31'),
})

const sides = (early: number, others: number) => [
  { troubled: true, deals: early, won: 0, lost: 0 },
  { troubled: false, deals: others, won: 0, lost: 0 },
]

describe('the limit of one in five', () => {
  // One-sided score test of 27 of 100 against 0.2: z = 1.75, p = 0.040; of 26: z = 1.5, p = 0.067.
  it.each([
    [27, 'watch', true],
    [26, 'watch', false],
    [20, 'ok', false],
  ])('%i of 100 too early is %s', (early, outcome, beyondLimit) => {
    expect(decide(input({ sides: sides(early, 100 - early) }))).toMatchObject({
      outcome,
      summary: { beyondLimit },
    })
  })

  it('is never a problem, not even when all are too early, nor in a table', () => {
    const groups = [{ grouping: 'owner', key: 'bo', label: 'Bo', hits: 400, total: 400 }]
    const { outcome, findings, tables } = decide(input({ sides: sides(1000, 0), groups }))
    expect(outcome).toBe('watch')
    expect(findings.map(({ verdict }) => verdict)).toEqual(['watch'])
    expect(tables.find(({ id }) => id === 'by-owner')?.rows[0]?.at(-1)).toBe('watch')
  })
})

it('won so far is told of both kinds, with its difference', () => {
  const { headline, summary } = decide(
    input({
      sides: [
        { troubled: true, deals: 250, won: 38, lost: 153 },
        { troubled: false, deals: 273, won: 122, lost: 91 },
      ],
    }),
  )
  expect(headline).toBe(
    '250 of 523 deals with a proposal (48 %, 95 % interval 44-52 %) had it too early; won so far: 38 of 250 (15 %) of these, 122 of 273 (45 %) of the others.',
  )
  // 38/250 - 122/273
  expect(summary['winRateDifference']).toBeCloseTo(-0.294886, 6)
})

it('the headline names the owner where the company keeps the limit', () => {
  const groups = [{ grouping: 'owner', key: 'bo', label: 'Bo', hits: 40, total: 50 }]
  expect(decide(input({ sides: sides(40, 360), groups })).headline).toBe(
    '40 of 400 deals with a proposal (10 %, 95 % interval 7-13 %) had it too early; too many with 1 owner, first Bo (40 of 50, 80 %); won so far: 0 of 40 (0 %) of all early ones, 0 of 360 (0 %) of the others.',
  )
})

it('without a proposal there is nothing to look at', () => {
  expect(decide(input({}))).toMatchObject({
    outcome: 'insufficient-data',
    reason: 'there are no deals with a proposal',
    tables: [],
  })
})
