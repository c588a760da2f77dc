// The decision on rows written by hand.
import { describe, expect, it } from 'vitest'
import { defaultOptions } from '../../../src/analyze/run-detector.ts'
import { agreementOf } from '../../../src/detectors/missing-debriefs/agreement.ts'
import { decide } from '../../../src/detectors/missing-debriefs/decide.ts'
import { missingDebriefs } from '../../../src/detectors/missing-debriefs/index.ts'
import { surroundings } from '../surroundings.ts'

type Input = Parameters<typeof decide>[0]

const input = (rows: Partial<Input['rows']>): Input => ({
  rows: { coverage: [], values: [], groups: [], conduct: [], reasons: [], ...rows },
  options: defaultOptions(missingDebriefs) as Input['options'],
  ...surroundings('2024-12-31'),
})

const coverage = (due: number, asked: number, kind = 'deal') => ({
  kind,
  losses: due,
  debriefed: asked,
  due,
  dueDebriefed: asked,
  beyond: 0,
})

const conduct = (debriefs: number, sameDay: number) => ({
  debriefs,
  matched: debriefs,
  inDays: debriefs,
  sameDay,
  dayKnown: debriefs,
  long: 0,
  timed: 0,
  byOwner: 0,
  holderKnown: 0,
})

describe('the limits hold as they are written', () => {
  // One-sided score test of 41 of 100 against a half: z = 1.8, p = 0.036; of 42 of 100: z = 1.6, p = 0.055.
  it.each([
    [41, 'problem'],
    [42, 'watch'],
    [50, 'ok'],
  ])('%i of 100 lost deals asked is %s', (asked, outcome) => {
    expect(decide(input({ coverage: [coverage(100, asked)] })).outcome).toBe(outcome)
  })

  it('beside a second limit that is kept, 41 of 100 is only worth watching: p is doubled', () => {
    const rows = { coverage: [coverage(100, 41)], conduct: [conduct(50, 2)] }
    const { outcome, findings } = decide(input(rows))
    expect(outcome).toBe('watch')
    expect(findings[0]?.evidence.adjustedP).toBeCloseTo(0.0719, 4)
  })

  it('lost customers keep the limit although lost deals do not: the finding names the deals alone', () => {
    const { findings } = decide(input({ coverage: [coverage(100, 10), coverage(100, 90, 'customer')] }))
    expect(findings[0]?.data['shares']).toBe('10 of 100 lost deals (10 %, 95 % interval 6-17 %)')
    expect(findings[0]?.data).toMatchObject({ deals: 'yes' })
    expect(findings[0]?.data).not.toHaveProperty('customers')
  })

  it('what is clear for customers lends no weight to deals: two findings, the money with the deals', () => {
    const rows = { coverage: [coverage(600, 290), coverage(60, 0, 'customer')] }
    const { findings } = decide(input(rows))
    expect(findings.map(({ verdict, data, evidence }) => [verdict, data['shares'], evidence.n])).toEqual([
      ['problem', '0 of 60 lost customers (0 %, 95 % interval 0-6 %)', 60],
      ['watch', '290 of 600 lost deals (48 %, 95 % interval 44-52 %)', 600],
    ])
    expect(new Set(findings.map(({ subject }) => JSON.stringify(subject))).size).toBe(2)
  })

  it('no losses at all are not enough', () => {
    expect(decide(input({}))).toMatchObject({
      outcome: 'insufficient-data',
      headline: 'There are no losses to look at.',
      tables: [],
    })
  })

  it('owners are named only where the company keeps the limit', () => {
    const groups = [{ grouping: 'owner', key: 'bo', label: 'Bo', hits: 0, total: 60 }]
    const messages = (asked: number): string[] =>
      decide(input({ coverage: [coverage(200, asked)], groups })).findings.map(({ messageId }) => messageId)
    expect(messages(20)).toEqual(['few-debriefs'])
    expect(messages(140)).toEqual(['few-in-group'])
  })
})

describe('the headline', () => {
  const kept = '90 of 100 lost deals (90 %, 95 % interval 83-94 %) were asked why'
  const headline = (rows: Partial<Input['rows']>): string =>
    decide(input({ coverage: [coverage(100, 90)], ...rows })).headline
  const held = { ...conduct(90, 0), timed: 90, holderKnown: 90 }

  it('says how debriefs are held where that is the trouble', () => {
    expect(headline({ conduct: [{ ...held, sameDay: 60 }] })).toBe(
      `${kept}; but 60 of 90 debriefs (67 %) were held on the day of the loss.`,
    )
    expect(headline({ conduct: [{ ...held, long: 45 }] })).toBe(
      `${kept}; but 45 of 90 debriefs (50 %) took over 30 minutes.`,
    )
    expect(headline({ conduct: [{ ...held, byOwner: 90 }] })).toBe(
      `${kept}; but 90 of 90 debriefs (100 %) were held by the owner.`,
    )
  })

  it('names the segment that is never asked', () => {
    const groups = [
      { grouping: 'segment', key: 'SMB', label: 'SMB', hits: 12, total: 40 },
      { grouping: 'segment', key: 'Large', label: 'Large', hits: 4, total: 40 },
      { grouping: 'owner', key: 'bo', label: 'Bo', hits: 9, total: 40 },
    ]
    expect(headline({ groups })).toBe(`${kept}; too few in 2 segments, first Large (4 of 40, 10 %).`)
  })

  it('says that nobody asks any more', () => {
    expect(headline({ coverage: [{ ...coverage(100, 90), losses: 130, beyond: 30 }] })).toMatch(
      /were asked why; but no debrief since 2024-12-31, while 30 losses came due after it\.$/,
    )
  })

  it('stays with the share of losses asked about where that is the trouble, or nothing is', () => {
    const conductToo = [{ ...held, sameDay: 60 }]
    expect(headline({ coverage: [coverage(100, 10)], conduct: conductToo })).toBe(
      '10 of 100 lost deals (10 %, 95 % interval 6-17 %) were asked why.',
    )
    expect(headline({ conduct: [held] })).toBe(`${kept}.`)
  })
})

describe('agreement of reasons', () => {
  it('with one of several reasons on file is agreement; with an alias too', () => {
    const pairs = [
      { onFile: 'Price|Timing', told: 'timing', debriefs: 3 },
      { onFile: 'Price', told: 'too expensive', debriefs: 4 },
      { onFile: 'Price', told: 'Missing export', debriefs: 2 },
      { onFile: 'other', told: 'Price', debriefs: 9 },
    ]
    const aliases = new Map([['Price', ['too expensive']]])
    expect(agreementOf(pairs, aliases)).toMatchObject({ x: 7, n: 9 })
    expect(agreementOf(pairs, new Map())).toMatchObject({ x: 3, n: 9 })
  })
})
