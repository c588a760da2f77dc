// Businesses with planted truth, through a real engine: healthy ones with a trap, and hasty ones.
import { describe, expect, it } from 'vitest'
import { prematureProposal } from '../../../src/detectors/premature-proposal/index.ts'
import { runOn, type RunOptions } from '../scenario.ts'
import { business, inTime, tooEarly, type DealPlan } from './business.ts'

const asOf = '2024-12-31'
const run = (plan: DealPlan, options: RunOptions = {}) =>
  runOn(prematureProposal, business(plan), { asOf, ...options })

describe('healthy businesses stay clear', () => {
  it('proposals a week and more after discovery', async () => {
    const outcome = await run({ deals: 80, steps: () => inTime })
    expect(outcome).toMatchObject({ outcome: 'ok', summary: { deals: 80, premature: 0, share: 0 } })
  })

  it('young deals without a proposal are in neither count', async () => {
    const outcome = await run({
      deals: 120,
      steps: (index) => (index < 40 ? inTime : { discovery: null, proposal: null }),
    })
    expect(outcome).toMatchObject({ outcome: 'ok', summary: { deals: 40 } })
  })

  it('nineteen hasty deals are too few to judge', async () => {
    const outcome = await run({ deals: 19, steps: () => tooEarly })
    expect(outcome).toMatchObject({ outcome: 'insufficient-data', findings: [] })
    expect(outcome.reason).toContain('19 deals have a proposal, 20 are needed')
  })

  it('deals older than the history of stages are not accused of skipping discovery', async () => {
    const data = business({ deals: 160, steps: () => inTime })
    // Moves are recorded from 1 April on: of the deals just before, only the proposal is seen.
    const recorded = (data.stage_history ?? [])
      .filter(({ entered_on }) => String(entered_on) >= '2024-04-01')
      .map((move) => ({ ...move, from_stage: null }))
    const outcome = await runOn(prematureProposal, { ...data, stage_history: recorded }, { asOf })
    expect(outcome.outcome).toBe('ok')
    expect(outcome.notes.join(' ')).toMatch(/\d+ deals with a proposal are older than the history/)
  })

  it('whoever leaves discovery has been in it, although the move into it is not on record', async () => {
    const data = business({ deals: 80, steps: () => inTime })
    const moves = (data.stage_history ?? []).filter(({ stage }) => stage !== 'Discovery')
    expect((await runOn(prematureProposal, { ...data, stage_history: moves }, { asOf })).outcome).toBe('ok')
  })

  it('a process that knows no discovery is not judged by it, and the stages are named', async () => {
    const outcome = await run({
      deals: 80,
      steps: () => inTime,
      names: { discovery: 'Talking', proposal: 'Angebot' },
    })
    expect(outcome.outcome).toBe('insufficient-data')
    expect(outcome.reason).toContain('no stage is known as discovery')
    expect(outcome.reason).toContain('Talking')
    const named = await run(
      { deals: 80, steps: () => inTime, names: { discovery: 'Talking', proposal: 'Angebot' } },
      { options: { discoveryStages: ['talk'] } },
    )
    expect(named.outcome).toBe('ok')
  })

  it('a disqualified deal has not been qualified', async () => {
    const outcome = await run({
      deals: 40,
      steps: () => inTime,
      names: { discovery: 'Disqualified', proposal: 'Quote sent' },
    })
    expect(outcome.reason).toContain('no stage is known as discovery')
  })
})

describe('haste is found', () => {
  it('every other proposal before discovery; of these fewer are won', async () => {
    const outcome = await run({
      deals: 200,
      steps: (index) => (index % 2 === 0 ? tooEarly : inTime),
      status: (index) => (index % 10 === 0 || index % 2 === 1 ? 'won' : 'lost'),
    })
    expect(outcome.outcome).toBe('watch')
    expect(outcome.findings.map(({ messageId, verdict }) => [messageId, verdict])).toEqual([
      ['premature', 'watch'],
    ])
    expect(outcome.findings[0]?.sentence).toMatch(
      /^100 of 200 deals with a proposal \(50 %, 95 % interval 43-57 %\) had it too early \(limit: at most 20 %\): 100 before discovery\. Won of those created 20 % \(100 deals\) against 100 % \(100\): -80 points/,
    )
    expect(outcome.summary).toMatchObject({ beyondLimit: true, winRateDifference: -0.8 })
    expect(outcome.findings[0]?.evidence.rows).toMatchObject([{ table: 'deals', total: 100 }])
  })

  it('on the day of discovery, and without any', async () => {
    const outcome = await run({
      deals: 90,
      steps: (index) => (index % 3 === 0 ? inTime : { discovery: index % 3 === 1 ? 5 : null, proposal: 5 }),
    })
    expect(outcome.tables[0]?.rows.map((row) => row.slice(0, 3))).toEqual([
      ['on the day of discovery', 30, 90],
      ['without any discovery', 30, 90],
      ['in time', 30, 90],
    ])
    const lenient = await run(
      { deals: 90, steps: () => ({ discovery: 5, proposal: 5 }) },
      { options: { minDays: 0 } },
    )
    expect(lenient.outcome).toBe('ok')
  })

  it('one hasty owner, while the company keeps the limit', async () => {
    const owners = ['Ann', 'Bo', 'Cy', 'Dee', 'Eve', 'Flo', 'Gus']
    const outcome = await run({
      deals: 210,
      owners,
      steps: (_index, owner) => (owner === 'Eve' ? tooEarly : inTime),
    })
    expect(outcome.outcome).toBe('watch')
    expect(outcome.findings.map(({ messageId, verdict, subject }) => [messageId, verdict, subject])).toEqual([
      ['premature-in-group', 'watch', [{ column: 'owner', value: 'Eve' }]],
    ])
  })

  it('days on the deal itself do without a history', async () => {
    const deals = Array.from({ length: 60 }, (_, index) => ({
      deal_id: `D${index}`,
      status: index % 2 === 0 ? 'won' : 'lost',
      created_on: '2024-01-01',
      discovery_on: index % 3 === 0 ? '2024-01-05' : index % 3 === 1 ? null : '2024-02-20',
      proposal_on: '2024-02-01',
    }))
    expect(await runOn(prematureProposal, { deals }, { asOf })).toMatchObject({
      outcome: 'watch',
      summary: { deals: 60, premature: 40 },
    })
  })

  it('deals with neither budget nor decision maker on record; money of the open ones per currency', async () => {
    const outcome = await run({
      deals: 80,
      steps: () => inTime,
      status: () => 'open',
      deal: (index) => ({
        currency: index % 4 === 0 ? 'GBP' : 'EUR',
        budget: index % 2 === 0 ? null : '5000',
        decision_maker: 'CFO',
      }),
    })
    expect(outcome.outcome).toBe('watch')
    expect(outcome.findings[0]?.sentence).toContain('40 with no budget or decision maker on record')
    expect(outcome.findings[0]?.impact).toEqual([
      { amount: 2000, currency: 'EUR' },
      { amount: 2000, currency: 'GBP' },
    ])
  })
})
