// Businesses with planted truth, through a real engine: healthy ones with a trap, and faulty ones.
import { describe, expect, it } from 'vitest'
import { missingDebriefs } from '../../../src/detectors/missing-debriefs/index.ts'
import { addDays, parsePeriod } from '../../../src/schema/index.ts'
import { runOn, type RunOptions } from '../scenario.ts'
import { business } from './business.ts'

const asOf = '2024-12-31'
const run = (plan: Parameters<typeof business>[0], options: RunOptions = {}) =>
  runOn(missingDebriefs, business(plan), { asOf, ...options })

describe('healthy businesses stay clear', () => {
  it('every loss debriefed but the newest: they are not due', async () => {
    // 60 losses until 30 December; those of the last 21 days have no debrief.
    const data = business({ deals: 60, every: 1, first: '2024-11-01' })
    const kept = (data.interviews ?? []).filter(({ held_on }) => String(held_on) <= '2024-12-17')
    const outcome = await runOn(missingDebriefs, { ...data, interviews: kept }, { asOf })
    expect(outcome).toMatchObject({
      outcome: 'ok',
      summary: { lostDeals: 60, dueDeals: 40, dueDebriefedDeals: 40 },
    })
    expect(outcome.notes.join(' ')).toContain('20 lost deals younger than 21 days')
  })

  it('who left was asked, though the debrief names the renewal that was lost before', async () => {
    const of = <T>(make: (at: number) => T): T[] => Array.from({ length: 40 }, (_, at) => make(at))
    const outcome = await runOn(
      missingDebriefs,
      {
        deals: of((at) => ({
          deal_id: `D${at}`,
          customer: `C${at}`,
          status: 'lost',
          closed_on: '2024-06-05',
        })),
        customers: of((at) => ({ customer: `C${at}`, status: 'churned', ended_on: '2024-06-10' })),
        interviews: of((at) => ({ deal_id: `D${at}`, customer: `C${at}`, held_on: '2024-06-17' })),
      },
      { asOf },
    )
    expect(outcome).toMatchObject({
      outcome: 'ok',
      summary: { dueDebriefedDeals: 40, dueCustomers: 40, dueDebriefedCustomers: 40 },
    })
  })

  it('nineteen losses and not one debrief with them are too few to judge', async () => {
    const outcome = await run({ deals: 19, every: 19 })
    expect(outcome.outcome).toBe('insufficient-data')
    expect(outcome.reason).toContain('19 losses are due for a debrief, 20 of one kind are needed')
    expect(outcome.tables.map(({ id }) => id)).toContain('coverage')
  })

  it('one whale nobody asked about does not make a problem of the count', async () => {
    const outcome = await run({
      deals: 60,
      every: 1,
      silent: ['Whale'],
      owners: ['Ann', 'Bo', 'Cy', 'Dee', 'Eve', 'Whale'],
      amount: (index) => ({ amount: index === 5 ? '9000000.00' : '100.00', currency: 'EUR' }),
    })
    expect(outcome.outcome).not.toBe('problem')
    const coverage = outcome.tables.find(({ id }) => id === 'coverage')
    // 50 of 60 by count; by value the whale weighs so much that no interval is given.
    expect(coverage?.rows[0]?.slice(3, 5)).toEqual([50, 60])
    expect(coverage?.rows[1]?.slice(6, 8)).toEqual([null, null])
  })

  it('two currencies are never added', async () => {
    const outcome = await run({
      deals: 60,
      every: 1,
      amount: (index) => ({ amount: '100.00', currency: index % 2 === 0 ? 'EUR' : 'GBP' }),
    })
    expect(outcome.outcome).toBe('ok')
    const money = outcome.tables.find(({ id }) => id === 'coverage')?.rows.slice(1)
    expect(money?.map((row) => [row[1], row[3], row[4]])).toEqual([
      ['value, EUR', 3000, 3000],
      ['value, GBP', 3000, 3000],
    ])
  })

  it('debriefs that name other deals are no debriefs of none: the ids do not fit', async () => {
    const outcome = await run({ deals: 60, every: 1, debrief: (place) => ({ deal_id: `X${place}` }) })
    expect(outcome).toMatchObject({ outcome: 'insufficient-data', findings: [] })
    expect(outcome.reason).toContain('none of 60 debriefs names a lost deal or customer')
  })

  it('a small excess of debriefs by the owner is no problem: 5 of 24', async () => {
    const outcome = await run({
      deals: 24,
      every: 1,
      debrief: (place, owner) => (place < 5 ? { held_by: owner } : {}),
    })
    expect(outcome.outcome).toBe('watch')
    expect(outcome.findings.map(({ messageId, verdict }) => [messageId, verdict])).toEqual([
      ['by-owner', 'watch'],
    ])
  })
})

describe('faults are found', () => {
  it('one in ten losses debriefed', async () => {
    const outcome = await run({ deals: 200, every: 10 })
    expect(outcome.outcome).toBe('problem')
    expect(outcome.findings.map(({ messageId, verdict }) => [messageId, verdict])).toEqual([
      ['few-debriefs', 'problem'],
    ])
    expect(outcome.findings[0]?.sentence).toBe(
      '20 of 200 lost deals (10 %, 95 % interval 7-15 %) were asked why (limit: at least 50 %).',
    )
    expect(outcome.findings[0]?.impact).toEqual([{ amount: 18_000, currency: 'EUR' }])
    expect(outcome.findings[0]?.evidence.rows).toMatchObject([{ table: 'deals', total: 180 }])
  })

  it('one owner whose losses nobody asks about, while the company keeps the limit', async () => {
    const outcome = await run({ deals: 160, every: 1, silent: ['Bo'] })
    expect(outcome.findings.map(({ messageId, subject }) => [messageId, subject])).toEqual([
      ['few-in-group', [{ column: 'owner', value: 'Bo' }]],
    ])
    expect(outcome.findings[0]?.evidence.rows).toMatchObject([{ table: 'deals', total: 40 }, { total: 0 }])
  })

  it('debriefs on the day of the loss, too long, and by the owner: each with its rows', async () => {
    const outcome = await run({
      deals: 60,
      every: 1,
      debrief: (place, owner, lostOn) => ({
        held_on: place % 2 === 0 ? lostOn : addDays(lostOn, 5),
        minutes: place % 2 === 0 ? '45' : '30',
        held_by: place % 2 === 0 ? owner : 'Zoe',
      }),
    })
    expect(outcome.findings.map(({ messageId, verdict }) => [messageId, verdict])).toEqual([
      ['same-day', 'problem'],
      ['too-long', 'problem'],
      ['by-owner', 'problem'],
    ])
    for (const { evidence } of outcome.findings)
      expect(evidence.rows).toMatchObject([{ table: 'interviews', total: 30 }])
  })

  it('lost customers, found by name when the debrief names no deal', async () => {
    const customers = Array.from({ length: 40 }, (_, index) => ({
      customer_id: `C${index}`,
      customer: `Customer ${index}`,
      status: 'churned',
      ended_on: addDays('2024-02-01', index),
    }))
    const interviews = [0, 1, 2].map((index) => ({
      interview_id: `D${index}`,
      customer: `Customer ${index}`,
      held_on: addDays('2024-02-10', index),
    }))
    const outcome = await runOn(missingDebriefs, { customers, interviews }, { asOf: '2024-04-30' })
    expect(outcome).toMatchObject({
      outcome: 'problem',
      summary: { lostCustomers: 40, debriefedCustomers: 3, debriefs: 3 },
    })
  })

  it('nobody has asked for a year: losses since then are set apart and said', async () => {
    const data = business({ deals: 340, every: 1 })
    const kept = (data.interviews ?? []).filter(({ held_on }) => String(held_on) <= '2024-03-31')
    const outcome = await runOn(missingDebriefs, { ...data, interviews: kept }, { asOf: '2024-12-31' })
    expect(outcome.outcome).toBe('problem')
    const cut = await runOn(
      missingDebriefs,
      // Without a date given for the whole export the debriefs end with the newest one.
      {
        deals: [...(data.deals ?? []), { deal_id: 'open', status: 'open', created_on: '2024-12-31' }],
        interviews: kept,
      },
    )
    expect(cut.outcome).toBe('watch')
    expect(cut.findings.map(({ messageId }) => messageId)).toEqual(['none-since'])
  })
})

describe('the days asked about', () => {
  it('narrow the losses; debriefs of others are no sign that ids do not fit', async () => {
    const few = await run({ deals: 95, every: 1 }, { period: parsePeriod('2024-04') })
    // 31 + 29 + 31 days until the end of March: 4 losses in April.
    expect(few).toMatchObject({ outcome: 'insufficient-data', summary: { lostDeals: 4, debriefs: 4 } })
    expect(few.reason).toContain('4 losses are due for a debrief')
    const march = await run({ deals: 95, every: 1 }, { period: parsePeriod('2024-03') })
    expect(march).toMatchObject({ outcome: 'ok', summary: { lostDeals: 31, debriefedDeals: 31 } })
  })
})

describe('what is compared', () => {
  it('reasons agree whatever their spelling; a debrief of a won deal is about no loss', async () => {
    const data = business({
      deals: 40,
      every: 1,
      debrief: (place) => ({ reason: place < 10 ? 'Timing' : 'PRICE' }),
    })
    const won = { deal_id: 'W1', customer: 'Customer 3', status: 'won', closed_on: '2024-03-01' }
    const outcome = await runOn(
      missingDebriefs,
      {
        deals: [...(data.deals ?? []), won],
        interviews: [
          ...(data.interviews ?? []),
          { interview_id: 'DW', deal_id: 'W1', held_on: '2024-03-05' },
        ],
      },
      { asOf },
    )
    expect(outcome.summary).toMatchObject({ debriefs: 40, reasonsCompared: 40, reasonsConfirmed: 30 })
    expect(outcome.tables.find(({ id }) => id === 'agreement')?.rows).toEqual([
      ['Price', 40, 30, 0.75, expect.closeTo(0.598, 3), expect.closeTo(0.858, 3), 'Timing'],
    ])
    expect(outcome.notes.join(' ')).toContain('1 debrief find no loss')
  })
})
