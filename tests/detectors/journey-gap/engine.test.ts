// Small businesses with a planted truth, from survey rows to the answer.
import { describe, expect, it } from 'vitest'
import { journeyGap } from '../../../src/detectors/journey-gap/index.ts'
import type { DetectorOutcome } from '../../../src/report/index.ts'
import { parsePeriod } from '../../../src/schema/index.ts'
import { readExpected, readScenario, runOn, type RunOptions } from '../scenario.ts'
import { cycle, given, surveys, type Answer } from './answers.ts'

const run = (answers: readonly Answer[], options: RunOptions = {}): Promise<DetectorOutcome> =>
  runOn(journeyGap, surveys(answers), { asOf: '2026-06-30', ...options })

const unsorted = (answers: readonly Answer[]): Answer[] => answers.map(({ kind: _kind, ...rest }) => rest)

const good = [9, 10, 8, 9, 10, 9]
const poor = [6, 7, 5, 8, 6, 4]

describe('finds', () => {
  it('a journey that the same customers rate far below its touchpoints', async () => {
    const found = await run([...given('touchpoint', cycle(good, 24)), ...given('journey', cycle(poor, 24))])
    expect(found.outcome).toBe('problem')
    // Means by hand: 55/6 and 36/6 of ten.
    expect(found.findings[0]?.sentence).toContain(
      'Touchpoints score 92 of 100, the whole journey only 60 (the same 24 customers): a gap of 31.7 points',
    )
    expect(found.findings[0]?.evidence.rows[0]).toMatchObject({ table: 'surveys', total: 24 })
  })

  it('a gap between different customers', async () => {
    const found = await run([
      ...given('touchpoint', cycle(good, 30)),
      ...given('journey', cycle(poor, 18), { first: 100 }),
    ])
    expect(found.outcome).toBe('problem')
    expect(found.summary['how']).toBe('unpaired')
    expect(found.notes[0]).toBe(
      'Fewer than 10 customers gave both: touchpoints and journey are compared between different customers.',
    )
  })

  it('the hand-off where most is lost, largest first', async () => {
    const found = await run([
      ...given('touchpoint', cycle([8, 7, 8, 7], 20), { touchpoint: 'Support' }),
      ...given('touchpoint', cycle([10, 9, 10, 10], 20), { touchpoint: 'onboarding' }),
      ...given('touchpoint', cycle([10, 10, 9, 10], 4), { touchpoint: 'Onboarding', first: 21 }),
      ...given('journey', cycle([6, 5, 6, 7], 24)),
    ])
    expect(found.outcome).toBe('problem')
    const table = found.tables.find(({ id }) => id === 'handoffs')
    // Two spellings of one touchpoint are one; the usual one is shown.
    expect(table?.rows.map(([name, customers]) => [name, customers])).toEqual([
      ['onboarding', 24],
      ['Support', 20],
    ])
    expect(found.findings[0]?.sentence).toContain('It is widest at onboarding')
  })

  it('one hand-off that glosses over a poor journey while the others do not', async () => {
    const found = await run([
      ...given('touchpoint', cycle([9, 10, 9, 8], 20), { touchpoint: 'Sale' }),
      ...given('touchpoint', cycle([5, 4, 5, 6], 20), { touchpoint: 'Delivery' }),
      ...given('touchpoint', cycle([6, 5, 6, 7], 20), { touchpoint: 'Support' }),
      ...given('journey', cycle([6, 7, 5, 6], 20)),
    ])
    expect(found.outcome).toBe('watch')
    expect(found.findings.map(({ messageId, subject }) => [messageId, subject])).toEqual([
      ['handoff-gap', [{ column: 'touchpoint', value: 'Sale' }]],
    ])
    expect(found.headline).toMatch(/, but at Sale the gap is \d+\.\d points \(the same 20 customers\)\.$/)
    expect(found.findings[0]?.evidence.rows[0]?.total).toBeGreaterThan(0)
  })

  it('S13, planted and computed by R', async () => {
    const { config, expected } = readExpected('S13')
    const truth = expected['D'] ?? {}
    const found = await runOn(journeyGap, readScenario('S13'), {
      period: parsePeriod(String(config['period'])),
    })
    expect(found.outcome).toBe('problem')
    for (const name of ['diff', 'lower', 'upper'])
      expect(found.summary[name]).toBeCloseTo(Number(truth[name]), 9)
  })
})

describe('stays quiet on', () => {
  it('a gap of a few points, however certain', async () => {
    const found = await run([
      ...given('touchpoint', cycle([9, 9, 10, 9], 400)),
      ...given('journey', cycle([9, 8, 9, 9], 400)),
    ])
    expect(found.outcome).toBe('ok')
    expect(found.headline).toBe('Touchpoints 93, whole journey 88 of 100 (400 customers): 5.0 points apart.')
  })

  it('four customers, however unhappy', async () => {
    const found = await run([...given('touchpoint', [10, 10, 10, 10]), ...given('journey', [0, 1, 0, 1])])
    expect(found.outcome).toBe('insufficient-data')
    expect(found.reason).toBe(
      'only 4 customers gave both, 4 rated a touchpoint and 4 the whole journey; 10 are needed',
    )
    expect(found.tables[0]?.rows[0]?.[1]).toBe(4)
  })

  it('touchpoint surveys that went to the happy segment only', async () => {
    // Within both segments journey and touchpoint are alike: 9 and 9, 5 and 5; the mix of who answered differs.
    const found = await run([
      ...given('touchpoint', cycle([9, 8, 10, 9], 60), { segment: 'Large' }),
      ...given('touchpoint', cycle([5, 4, 6, 5], 10), { segment: 'Small', first: 100 }),
      ...given('journey', cycle([9, 8, 10, 9], 12), { segment: 'Large', first: 200 }),
      ...given('journey', cycle([5, 4, 6, 5], 60), { segment: 'Small', first: 300 }),
    ])
    expect(found.outcome).toBe('watch')
    expect(found.findings.map(({ messageId }) => messageId)).toEqual(['gap-from-mix'])
    expect(Number(found.summary['rateEffect'])).toBeCloseTo(0, 0)
    expect(found.tables.map(({ id }) => id)).toContain('segments')
  })

  it('one furious customer with fifty answers', async () => {
    const calm = cycle([9, 9, 8, 10], 15)
    const fury = Array.from({ length: 50 }, () => ({ ...given('journey', [0])[0], customer: 'Customer 1' }))
    const found = await run([...given('touchpoint', calm), ...given('journey', calm), ...fury])
    expect(found.outcome).toBe('ok')
  })

  it('a journey that is better than its touchpoints', async () => {
    const found = await run([...given('touchpoint', cycle(poor, 24)), ...given('journey', cycle(good, 24))])
    expect([found.outcome, found.findings]).toEqual(['ok', []])
    expect(found.headline).toMatch(/no gap\.$/)
  })

  it('ratings that never vary: large, but there is nothing to tell chance by', async () => {
    const found = await run([...given('touchpoint', cycle([9], 12)), ...given('journey', cycle([6], 12))])
    expect(found.outcome).toBe('watch')
    expect(found.findings[0]?.measure.lower).toBeNull()
  })
})

describe('reads', () => {
  it('a survey about one moment from its name where no column says the kind', async () => {
    const found = await run(
      unsorted([
        ...given('touchpoint', cycle(good, 12), { touchpoint: 'Delivery' }),
        ...given('journey', cycle(poor, 12), { touchpoint: 'Relationship survey 2026' }),
      ]),
    )
    expect(found.outcome).toBe('problem')
    expect(found.tables.find(({ id }) => id === 'handoffs')?.rows.map(([name]) => name)).toEqual(['Delivery'])
  })

  it('satisfaction beside likelihood to recommend, and says that the scales differ', async () => {
    const found = await run([
      ...cycle([95, 90, 100], 12).map((satisfaction, at) => ({
        customer: `Customer ${at + 1}`,
        kind: 'touchpoint' as const,
        satisfaction,
        score: null,
      })),
      ...given('journey', cycle(poor, 12), { satisfaction: null }),
    ])
    expect(found.outcome).toBe('problem')
    expect(found.notes.join(' ')).toContain('not rated on the same scale')
  })

  it('only the period asked for', async () => {
    const old = given('journey', cycle(poor, 12), { answered_on: '2025-01-10' })
    const now = [...given('touchpoint', cycle(good, 12)), ...given('journey', cycle(good, 12), { first: 1 })]
    const all = await run([...old, ...now])
    const period = await run([...old, ...now, ...given('journey', [3], { answered_on: null })], {
      period: parsePeriod('2026-Q2'),
    })
    expect([all.outcome, period.outcome]).toEqual(['problem', 'ok'])
    expect(period.summary['journeyAnswers']).toBe(12)
    expect(period.notes).toContain('1 answer without a day left out.')
  })

  it('answers of one kind only as a question that was not asked', async () => {
    const found = await run(given('journey', cycle(poor, 30)))
    expect(found.outcome).toBe('skipped')
    expect(found.reason).toBe(
      'needs answers about single touchpoints: every answer is about the whole journey',
    )
  })
})
