// Businesses with planted truth, through a real engine: healthy ones with a trap, and faulty ones.
import { describe, expect, it } from 'vitest'
import { missingFollowUp } from '../../../src/detectors/missing-follow-up/index.ts'
import { addDays, parsePeriod } from '../../../src/schema/index.ts'
import { runOn, type RunOptions } from '../scenario.ts'
import { business, type SalePlan } from './business.ts'

const asOf = '2024-12-31'
const run = (plan: SalePlan, options: RunOptions = {}) =>
  runOn(missingFollowUp, business(plan), { asOf, ...options })

describe('healthy businesses stay clear', () => {
  it('a growing number of young sales, not contacted yet, is not held against anybody', async () => {
    // 40 sales in spring, all contacted; 60 in December, none yet.
    const spring = business({ deals: 40, first: '2024-03-01', lag: () => 10 })
    const december = business({
      deals: 60,
      first: '2024-12-05',
      step: 0,
      lag: () => null,
      deal: (index) => ({ deal_id: `N${index}`, customer: `New ${index}` }),
    })
    const data = {
      deals: [...(spring.deals ?? []), ...(december.deals ?? [])],
      activities: spring.activities ?? [],
    }
    const outcome = await runOn(missingFollowUp, data, { asOf })
    expect(outcome).toMatchObject({
      outcome: 'ok',
      summary: { wonDeals: 100, due: 40, dueWithoutContact: 0 },
    })
    expect(outcome.notes.join(' ')).toContain('60 won deals sold less than 30 days before contacts end')
  })

  it('contacts end before the deals do: what was sold later is not judged', async () => {
    const data = business({ deals: 360, lag: () => 5, until: '2024-06-30' })
    const outcome = await runOn(missingFollowUp, data)
    expect(outcome.outcome).toBe('ok')
    expect(outcome.notes.join(' ')).toContain('Contacts reach until 2024-06-30')
  })

  it('nineteen sales without any contact are too few to judge', async () => {
    const data = business({ deals: 19, lag: () => null })
    const other = { activity_id: 'X', deal_id: 'W0000', happened_on: '2024-09-01' }
    const outcome = await runOn(missingFollowUp, { ...data, activities: [other] }, { asOf })
    expect(outcome).toMatchObject({ outcome: 'insufficient-data', findings: [] })
    expect(outcome.tables[0]?.rows.map((row) => row[1])).toEqual([0, 1, 18])
  })

  it('a contact of the customer counts although it names another deal', async () => {
    const outcome = await run({
      deals: 60,
      lag: () => 12,
      contact: (index) => ({ deal_id: 'ticket', customer: `customer ${index} ` }),
    })
    expect(outcome).toMatchObject({ outcome: 'ok', summary: { dueWithoutContact: 0, medianDays: 12 } })
  })

  it('credit notes are no sales that nobody followed up', async () => {
    const outcome = await run({
      deals: 100,
      lag: (index) => (index % 2 === 0 ? 5 : null),
      deal: (index) => (index % 2 === 0 ? {} : { amount: '-50.00' }),
    })
    expect(outcome).toMatchObject({ outcome: 'ok', summary: { wonDeals: 50 } })
  })

  it('one sale in five without a contact is what the limit allows', async () => {
    const outcome = await run({ deals: 100, lag: (index) => (index % 5 === 0 ? null : 20) })
    expect(outcome.outcome).toBe('ok')
  })
})

describe('faults are found', () => {
  it('half of the customers hear nothing', async () => {
    const outcome = await run({ deals: 120, lag: (index) => (index % 2 === 0 ? null : 20) })
    expect(outcome.outcome).toBe('problem')
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.sentence).toBe(
      '60 of 120 won deals (50 %, 95 % interval 41-59 %) had no contact within 30 days of the sale (limit: at most 20 %).',
    )
    expect(outcome.findings[0]?.impact).toEqual([{ amount: 6000, currency: 'EUR' }])
    expect(outcome.findings[0]?.evidence.rows).toMatchObject([{ table: 'deals', total: 60 }])
  })

  it('money at stake is told per currency', async () => {
    const outcome = await run({
      deals: 120,
      lag: (index) => (index === 0 ? 5 : null),
      deal: (index) => ({ currency: index % 3 === 0 ? 'GBP' : 'EUR' }),
    })
    expect(outcome.outcome).toBe('problem')
    expect(outcome.findings[0]?.impact).toEqual([
      { amount: 8000, currency: 'EUR' },
      { amount: 3900, currency: 'GBP' },
    ])
  })

  it('contacts come, but a month too late; planned ones and those of the day itself do not count', async () => {
    const late = await run({ deals: 60, lag: () => 31 })
    expect(late).toMatchObject({ outcome: 'problem', summary: { dueWithoutContact: 60, neverContacted: 0 } })
    const planned = await run({ deals: 60, lag: () => 5, contact: () => ({ done: 'false' }) })
    expect(planned.outcome).toBe('problem')
    const sameDay = await run({ deals: 60, lag: (index) => (index === 0 ? 1 : 0) })
    expect(sameDay).toMatchObject({ outcome: 'problem', summary: { dueWithoutContact: 59 } })
  })

  it('one owner who calls nobody, while the company keeps the limit', async () => {
    const outcome = await run({
      deals: 150,
      owners: ['Ann', 'Bo', 'Cy', 'Dee', 'Eve', 'Flo'],
      lag: (_index, owner) => (owner === 'Cy' ? null : 4),
    })
    expect(outcome.findings.map(({ messageId, subject }) => [messageId, subject])).toEqual([
      ['few-in-group', [{ column: 'owner', value: 'Cy' }]],
    ])
    expect(outcome.findings[0]?.evidence.rows).toMatchObject([{ table: 'deals', total: 25 }])
  })

  it('only calls count when only calls are asked for', async () => {
    const plan: SalePlan = {
      deals: 60,
      lag: () => 4,
      contact: (index) => ({ kind: index % 2 === 0 ? 'Email' : ' CALL' }),
    }
    expect((await run(plan)).outcome).toBe('ok')
    const outcome = await run(plan, { options: { kinds: ['call'] } })
    expect(outcome).toMatchObject({ outcome: 'problem', summary: { dueWithoutContact: 30 } })
  })

  it('contacts that belong to no sale are a matter of ids, not of conduct', async () => {
    const outcome = await run({
      deals: 60,
      lag: () => 4,
      contact: (index) => ({ deal_id: `other ${index}` }),
    })
    expect(outcome).toMatchObject({ outcome: 'insufficient-data', findings: [] })
    expect(outcome.reason).toContain('none of 60 contacts belongs to a won deal')
  })
})

describe('the days asked about', () => {
  it('narrow the sales; contacts of others are no sign that ids do not fit', async () => {
    const plan: SalePlan = { deals: 95, lag: () => 4 }
    const few = await run(plan, { period: parsePeriod('2024-04') })
    expect(few.reason).toContain('4 won deals are old enough, 20 are needed')
    const march = await run(plan, { period: parsePeriod('2024-03') })
    expect(march).toMatchObject({ outcome: 'ok', summary: { wonDeals: 31, due: 31, medianDays: 4 } })
  })
})

describe('what goes with it', () => {
  it('NPS and stay of customers with and without a contact, by their latest sale', async () => {
    const data = business({ deals: 80, lag: (index) => (index % 2 === 0 ? null : 10) })
    const surveys = Array.from({ length: 80 }, (_, index) => ({
      survey_id: `S${index}`,
      customer: `Customer ${index}`,
      answered_on: addDays('2024-05-01', index),
      score: index % 2 === 0 ? '4' : '10',
    }))
    const before = { survey_id: 'B', customer: 'Customer 1', answered_on: '2023-12-01', score: '0' }
    const touchpoint = {
      survey_id: 'T',
      customer: 'Customer 1',
      answered_on: '2024-12-01',
      score: '0',
      kind: 'touchpoint',
    }
    const customers = Array.from({ length: 80 }, (_, index) => ({
      customer: `Customer ${index}`,
      status: index % 4 === 0 ? 'churned' : 'active',
    }))
    const outcome = await runOn(
      missingFollowUp,
      {
        ...data,
        surveys: [before, touchpoint, ...surveys].map((row) => ({ kind: 'journey', ...row })),
        customers,
      },
      { asOf },
    )
    expect(outcome.summary).toMatchObject({ npsDifference: -2, keptDifference: -0.5 })
    expect(outcome.tables.find(({ id }) => id === 'contrast')?.rows.map((row) => row.slice(0, 6))).toEqual([
      ['NPS', -100, 40, 100, 40, -200],
      ['Customers kept, %', 50, 40, 100, 40, -50],
    ])
    expect(outcome.findings[0]?.sentence).toContain('NPS -100 (40 answers) against +100 (40)')
  })
})

describe('the two sides of customers', () => {
  it('are told by the latest sale, of several of one day by the last id, in whatever order the rows come', async () => {
    // Two sales of the same day each. Of every second customer the later id was left alone, and the customer is gone.
    const pairOf = (index: number): number => Math.floor(index / 2)
    const { deals = [], activities = [] } = business({
      deals: 240,
      first: '2024-03-01',
      step: 0,
      lag: (index) => ((index % 2 === 0) === (pairOf(index) % 2 === 0) ? 5 : null),
      deal: (index) => ({ customer: `Shared ${pairOf(index)}` }),
      contact: () => ({ customer: null }),
    })
    const customers = Array.from({ length: 120 }, (_, pair) => ({
      customer: `Shared ${pair}`,
      customer_id: null,
      status: pair % 2 === 0 ? 'churned' : 'active',
      renewed: null,
    }))
    const outcome = await runOn(missingFollowUp, { deals, activities, customers }, { asOf })
    expect(outcome.summary).toMatchObject({ due: 240, dueWithoutContact: 120, keptDifference: -1 })
    const turned = { deals: deals.toReversed(), activities: activities.toReversed(), customers }
    expect(await runOn(missingFollowUp, turned, { asOf })).toEqual(outcome)
  })
})
