// Small businesses with a planted truth, from deals to the answer; and the scenarios computed by R.
import { describe, expect, it } from 'vitest'
import { lostNotRevisited } from '../../../src/detectors/lost-not-revisited/index.ts'
import type { DetectorOutcome } from '../../../src/report/index.ts'
import { addDays } from '../../../src/schema/index.ts'
import { readExpected, readScenario, runOn, type Data, type RunOptions } from '../scenario.ts'

const lastDay = '2026-06-30'
const ago = (days: number): string => addDays(lastDay, -days)

type Deal = Readonly<Record<string, string | null>>
const times = <T>(number: number, make: (at: number) => T): T[] =>
  Array.from({ length: number }, (_, at) => make(at))

const empty: Deal = {
  deal_name: null,
  customer: null,
  owner: 'Ann Lee',
  created_on: null,
  closed_on: null,
  amount: null,
  currency: null,
  lost_reason: null,
  reopened_from: null,
  last_activity_on: null,
}

const lost = (id: string, days: number, more: Deal = {}): Deal => ({
  ...empty,
  deal_id: id,
  status: 'lost',
  created_on: ago(days + 30),
  closed_on: ago(days),
  ...more,
})

/** Won so many days after the loss that it reopens. */
const wonBack = (loss: Deal, after: number, more: Deal = {}): Deal => ({
  ...empty,
  deal_id: `B-${loss['deal_id'] ?? ''}`,
  status: 'won',
  created_on: addDays(loss['closed_on'] ?? lastDay, 5),
  closed_on: addDays(loss['closed_on'] ?? lastDay, after),
  reopened_from: loss['deal_id'] ?? null,
  ...more,
})

/** `count` losses spread over these days ago, the first `back` of every hundred won back after 40 days. */
const losses = (name: string, count: number, [from, to]: readonly [number, number], back: number): Deal[] =>
  times(count, (at) => {
    const loss = lost(`${name}${at}`, Math.round(from + ((to - from) * at) / count))
    return at % 100 < back ? [loss, wonBack(loss, 40)] : [loss]
  }).flat()

const run = (deals: readonly Deal[], options: RunOptions = {}, more: Data = {}): Promise<DetectorOutcome> =>
  runOn(lostNotRevisited, { deals, ...more }, { asOf: lastDay, ...options })

const dealsListed = (outcome: DetectorOutcome): unknown[] =>
  outcome.tables.find(({ id }) => id === 'deals')?.rows.map(([deal]) => deal) ?? []

describe('finds', () => {
  it('fewer of the newer losses won back', async () => {
    const found = await run([...losses('A', 200, [720, 460], 20), ...losses('N', 200, [450, 185], 4)])
    expect(found.outcome).toBe('problem')
    // By hand: everyone was watched for 180 days, so 40 of 200 and 8 of 200.
    expect(found.summary).toMatchObject({ linkedBy: 'deal', counted: 400, wonBack: 48, decline: true })
    expect(found.summary['olderRate']).toBeCloseTo(0.2, 10)
    expect(found.summary['newerRate']).toBeCloseTo(0.04, 10)
    expect(found.findings[0]?.sentence).toContain('4 % come back within 180 days (8 of 200 so far)')
    expect(found.findings[0]?.measure).toMatchObject({ intervalOf: 'difference' })
  })

  it('the same by customer, where no deal names the lost one', async () => {
    const customers = (deals: readonly Deal[]): Deal[] =>
      deals.map(({ reopened_from: _link, ...deal }) => ({
        ...deal,
        customer: (deal['deal_id'] ?? '').replace('B-', ''),
      }))
    const found = await run(
      customers([...losses('A', 200, [720, 460], 20), ...losses('N', 200, [450, 185], 4)]),
    )
    expect(found.outcome).toBe('problem')
    expect(found.summary).toMatchObject({ linkedBy: 'customer', counted: 400, wonBack: 48 })
    expect(found.notes[0]).toContain('the first loss of each of 400 customers')
  })

  it('that nothing ever comes back, as something to watch', async () => {
    const all = losses('A', 200, [720, 190], 0)
    const late = lost('L', 700)
    const found = await run([...all, late, wonBack(late, 400)])
    expect(found.outcome).toBe('watch')
    expect(found.findings.map(({ messageId }) => messageId)).toEqual(['none-won-back'])
    expect(found.findings[0]?.sentence).toMatch(/^None of 201 lost deals came back within 180 days/)
  })
})

describe('clear', () => {
  it('a constant rate, although the newest losses have had less time', async () => {
    // 15 of 100 in both halves, after 40 days; of those lost within the last 40 days none is back yet.
    const spread = times(600, (at) => {
      const days = Math.round(720 - 1.2 * at)
      const loss = lost(`C${at}`, days)
      return at % 20 < 3 && days >= 100 ? [loss, wonBack(loss, 100)] : [loss]
    }).flat()
    const found = await run(spread)
    expect(found.outcome).toBe('ok')
    expect(found.findings).toEqual([])
    expect(Number(found.summary['newerRate'])).toBeGreaterThan(0.13)
  })

  it('too few losses', async () => {
    const found = await run([...losses('A', 15, [720, 380], 50), ...losses('N', 15, [360, 190], 0)])
    expect(found.outcome).toBe('insufficient-data')
    expect(found.reason).toBe('30 lost deals to look at: each half needs 20')
  })

  it('a history too short for the newer losses to come back', async () => {
    const found = await run([...losses('A', 100, [300, 160], 30), ...losses('N', 100, [150, 5], 0)])
    expect(found.outcome).toBe('insufficient-data')
    expect(found.reason).toMatch(/^only 0 losses of the newer half have been watched for 180 days/)
    const shorter = await run([...losses('A', 100, [300, 160], 30), ...losses('N', 100, [150, 5], 30)], {
      options: { horizonDays: 50 },
    })
    expect(shorter.outcome).toBe('ok')
  })

  it('a hundred losses of one customer that buys all the time are no win-backs', async () => {
    const busy = times(100, (at) => [
      { ...lost(`L${at}`, 700 - at * 6), customer: 'Busy' },
      {
        ...empty,
        deal_id: `W${at}`,
        status: 'won',
        customer: 'Busy',
        created_on: ago(705 - at * 6),
        closed_on: ago(699 - at * 6),
      },
    ]).flat()
    const bare = busy.map((deal: Deal) => {
      const { reopened_from: _link, ...rest } = deal
      return rest
    })
    const found = await run(bare)
    expect(found.outcome).toBe('insufficient-data')
    expect(found.reason).toContain('every customer had bought before its first loss')
  })

  it('customers that are never seen twice give no verdict', async () => {
    const found = await run(
      times(200, (at) => {
        const { reopened_from: _link, ...deal } = lost(`U${at}`, 200 + at, { customer: `Firm ${at}` })
        return deal
      }),
    )
    expect(found.outcome).toBe('insufficient-data')
    expect(found.reason).toContain('a win-back cannot be seen')
  })

  it('a rare event is not a trend: seven came back, then one', async () => {
    const found = await run(
      [...losses('A', 300, [720, 380], 0), ...losses('N', 300, [360, 190], 0)].concat(
        times(8, (at) => {
          const loss = lost(`R${at}`, at < 7 ? 600 : 250)
          return [loss, wonBack(loss, 30)]
        }).flat(),
      ),
    )
    expect(found.outcome).toBe('watch')
  })
})

describe('losses worth going back to', () => {
  const rest = losses('A', 100, [720, 400], 10)
  const typed = (id: string, reason: string | null, more: Deal = {}, days = 200): Deal =>
    lost(id, days, {
      lost_reason: reason,
      customer: `Firm ${id}`,
      amount: '100.00',
      currency: 'EUR',
      ...more,
    })

  it('are those whose reason passes with time, rested and untouched since', async () => {
    const found = await run(
      [
        ...rest,
        typed('timing', 'Bad timing'),
        typed('typo', 'bad tming'),
        typed('budget', 'No budget this year', { amount: '900.00' }),
        typed('silent', 'No decision'),
        typed('price', 'Too expensive'),
        typed('gone', 'Went with competitor'),
        typed('empty', null),
        typed('fresh', 'Bad timing', {}, 20),
        typed('called', 'Bad timing'),
        typed('planned', 'Bad timing'),
        typed('logged', 'Bad timing', { last_activity_on: ago(100) }),
        typed('again', 'Bad timing'),
        typed('new', null, { status: 'open', created_on: ago(50), closed_on: null, customer: 'Firm again' }),
      ],
      {},
      {
        activities: [
          { deal_id: 'called', happened_on: ago(90), done: 'true' },
          { deal_id: 'planned', happened_on: ago(90), done: 'false' },
          { deal_id: 'timing', happened_on: ago(201), done: 'true' },
        ],
      },
    )
    expect(new Set(dealsListed(found))).toEqual(new Set(['budget', 'planned', 'silent', 'timing', 'typo']))
    expect(dealsListed(found)[0]).toBe('budget')
    expect(found.summary).toMatchObject({
      worthGoingBackTo: 5,
      worthValue: [{ amount: 1300, currency: 'EUR' }],
    })
  })

  it('are counted per currency', async () => {
    const found = await run([
      ...rest,
      typed('e', 'Bad timing'),
      typed('f', 'Bad timing'),
      typed('u', 'Bad timing', { currency: 'USD', amount: '5000000.00' }),
    ])
    expect(found.summary['worthValue']).toEqual([
      { amount: 200, currency: 'EUR' },
      { amount: 5_000_000, currency: 'USD' },
    ])
    expect(dealsListed(found)).toEqual(['e', 'f', 'u'])
  })

  it('follow the aliases and kinds the user gives', async () => {
    const deals = [...rest, typed('frost', 'Early frost'), typed('price', 'Too expensive')]
    const taught = await run(deals, { aliases: new Map([['Bad timing', ['Early frost']]]) })
    expect(dealsListed(taught)).toEqual(['frost'])
    const priced = await run(deals, { options: { reasons: ['price'] } })
    expect(dealsListed(priced)).toEqual(['price'])
  })
})

describe('the first loss of a customer', () => {
  const owners = ['Ann Lee', 'Bob Roy', 'Cy Tan']
  const same = times(120, (at) =>
    owners.map((owner, which) =>
      lost(`L${at}-${which}`, 400, { owner, customer: `Customer ${at}`, lost_reason: 'Bad timing' }),
    ),
  ).flat()

  it('of several of the same day is the one with the smallest id, in whatever order the rows come', async () => {
    const [one, other] = [await run(same), await run(same.toReversed())]
    expect(other).toEqual(one)
    expect(one.summary).toMatchObject({ lostDeals: 360, counted: 120 })
    expect(one.tables.find(({ id }) => id === 'by-owner')?.rows.map((row) => row.slice(0, 2))).toEqual([
      ['Ann Lee', 120],
    ])
  })

  it('is one loss where no deal has an id', async () => {
    const nameless = same.map((deal) => ({ ...deal, deal_id: null }))
    expect((await run(nameless)).summary).toMatchObject({ lostDeals: 360, counted: 120 })
  })
})

describe('every planted scenario comes out as planted', () => {
  it.each(['S12', 'S15'])('%s', async (id) => {
    const { config, expected } = readExpected(id)
    const truth = expected['D'] ?? {}
    const { outcome, summary } = await runOn(lostNotRevisited, readScenario(id), {
      asOf: String(config['exportDate']),
      options: { horizonDays: Number(config['winbackDays']) },
    })
    expect(outcome === 'problem').toBe(truth['decline'])
    expect(summary['decline']).toBe(truth['decline'])
    for (const name of ['rate', 'lower', 'upper', 'declineP'])
      expect(Number(summary[name]) / Number(truth[name])).toBeCloseTo(1, 9)
  })
})
