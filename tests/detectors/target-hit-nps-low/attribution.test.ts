// Whom an answer is about, checked through the engine: every answer here is a detractor, so NPS -1 and n tell who got which.
import { describe, expect, it } from 'vitest'
import { answers, judge, scores, target, won, type Cells } from './business.ts'

const day = '2025-05-20'
const targets = ['Ann', 'Bob'].map((owner) => target('owner', owner, '2025-Q2', '100'))
const booked = [won('Ann', '2025-06-30', '100'), won('Bob', '2025-06-30', '100')]

async function counts(
  surveys: readonly Cells[],
  deals: readonly Cells[],
  run = {},
): Promise<Record<string, number>> {
  const { summary } = await judge(
    { surveys, deals: [...booked, ...deals], targets },
    { asOf: '2025-06-30', ...run },
  )
  return Object.fromEntries(summary.entities.map(({ entity, n }) => [entity, n]))
}

describe('whom an answer is about', () => {
  it('is what the survey row says, whatever its deal and the customer say', async () => {
    const deals = [
      won('Bob', '2025-05-01', '1', { deal_id: 'X1', customer: 'Acme' }),
      won('Bob', '2025-05-02', '1', { customer: 'Acme' }),
    ]
    const surveys = answers([1], day, { owner: 'Ann', deal_id: 'X1', customer: 'Acme' })
    expect(await counts(surveys, deals)).toEqual({ Ann: 1, Bob: 0, company: 1 })
  })

  it('is the owner of the deal the survey names, also of a lost one, before the latest won deal', async () => {
    const deals = [
      won('Ann', '2025-05-01', '1', { deal_id: 'X1', customer: 'Acme', status: 'lost' }),
      won('Bob', '2025-05-02', '1', { customer: 'Acme' }),
    ]
    const surveys = answers([1], day, { owner: null, deal_id: 'X1', customer: 'Acme' })
    expect(await counts(surveys, deals)).toEqual({ Ann: 1, Bob: 0, company: 1 })
  })

  it('is else the owner of the latest won deal of the customer before the answer', async () => {
    const deals = [
      won('Bob', '2025-03-01', '1', { customer: 'Acme' }),
      won('Ann', '2025-05-19', '1', { customer: 'ACME ' }),
      won('Bob', '2025-05-21', '1', { customer: 'Acme' }),
      won('Bob', '2025-05-20', '1', { customer: 'Acme', status: 'lost' }),
      won('Bob', '2025-05-20', '1', { customer: 'Other' }),
    ]
    const surveys = answers([1], day, { customer: 'acme' })
    expect(await counts(surveys, deals)).toEqual({ Ann: 1, Bob: 0, company: 1 })
  })

  it('counts a deal won on the day of the answer', async () => {
    const deals = [won('Ann', day, '1', { customer: 'Acme' })]
    expect(await counts(answers([1], day, { customer: 'Acme' }), deals)).toEqual({
      Ann: 1,
      Bob: 0,
      company: 1,
    })
  })

  it('ignores a deal older than the window, and takes one as old as the window', async () => {
    const surveys = answers([1], day, { customer: 'Acme' })
    // 2025-05-20 is 30 days after 2025-04-20.
    const exact = [won('Ann', '2025-04-20', '1', { customer: 'Acme' })]
    const older = [won('Ann', '2025-04-19', '1', { customer: 'Acme' })]
    const options = { attributionWindowDays: 30 }
    expect(await counts(surveys, exact, { options })).toEqual({ Ann: 1, Bob: 0, company: 1 })
    expect(await counts(surveys, older, { options })).toEqual({ Ann: 0, Bob: 0, company: 1 })
  })

  it('takes the highest deal id when two owners won on the same day, in whatever order the rows come', async () => {
    const two = [
      won('Ann', '2025-05-01', '1', { deal_id: 'T8', customer: 'Acme' }),
      won('Bob', '2025-05-01', '1', { deal_id: 'T9', customer: 'Acme' }),
    ]
    const surveys = answers([1], day, { customer: 'Acme' })
    expect(await counts(surveys, two)).toEqual({ Ann: 0, Bob: 1, company: 1 })
    expect(await counts(surveys, two.toReversed())).toEqual({ Ann: 0, Bob: 1, company: 1 })
  })

  it('goes by customer id, and by name where the id finds nothing', async () => {
    const deals = [
      won('Ann', '2025-05-01', '1', { customer_id: 'c1', customer: 'Acme' }),
      won('Bob', '2025-05-02', '1', { customer_id: 'c2', customer: 'Acme' }),
    ]
    const byId = answers([1], day, { customer_id: 'c1', customer: 'Acme' })
    const byName = answers([1], day, { customer_id: 'of another tool', customer: 'Acme' })
    expect(await counts(byId, deals)).toEqual({ Ann: 1, Bob: 0, company: 1 })
    expect(await counts(byName, deals)).toEqual({ Ann: 0, Bob: 1, company: 1 })
  })

  it('may be nobody: the answer then counts for the company only', async () => {
    expect(await counts(answers([1], day, { customer: 'Unknown' }), [])).toEqual({
      Ann: 0,
      Bob: 0,
      company: 1,
    })
  })

  it('finds the team by the roster where neither survey nor deal names one', async () => {
    const { of } = await judge(
      {
        surveys: [
          ...answers(scores(5, 0, 0), day, { owner: 'Ann' }),
          ...answers(scores(0, 0, 6), day, { owner: 'Bob' }),
        ],
        deals: booked,
        targets: [target('team', 'North', '2025-Q2', '50'), target('team', 'South', '2025-Q2', '500')],
        owners: [
          { owner_id: '1', owner: 'Ann', team: 'North' },
          { owner_id: '2', owner: 'Bob', team: 'South' },
        ],
      },
      { asOf: '2025-06-30' },
    )
    expect(of('North')).toMatchObject({ level: 'team', attainment: 2, hit: true, n: 5, nps: 1 })
    expect(of('South')).toMatchObject({ level: 'team', attainment: 0.2, hit: false, n: 6, nps: -1 })
  })

  it('says in a note where the owners came from', async () => {
    const deals = [
      won('Ann', '2025-05-01', '1', { deal_id: 'X1', customer: 'Acme' }),
      won('Ann', '2025-05-02', '1', { customer: 'Beta' }),
    ]
    const surveys = [
      ...answers([1, 2, 3], day, { owner: 'Bob' }),
      ...answers([1], day, { deal_id: 'X1' }),
      ...answers([1], day, { customer: 'Beta' }),
      ...answers([1, 1], day),
    ]
    const { outcome } = await judge(
      { surveys, deals: [...booked, ...deals], targets },
      { asOf: '2025-06-30' },
    )
    expect(outcome.notes).toContain(
      'Of 7 answers in 2025-Q2, 3 name their owner, 1 has it from the deal named, 1 from the latest won deal of the customer before the answer and 2 stay without and count for the company only.',
    )
  })
})

describe('which answers count', () => {
  const owned = { owner: 'Ann' }

  it('a repeated survey id counts once', async () => {
    const [one = {}] = answers([1], day, { ...owned, survey_id: 'S1' })
    expect(await counts([one, one, one], [])).toEqual({ Ann: 1, Bob: 0, company: 1 })
  })

  it('of several answers of an account in the period the latest', async () => {
    const surveys = [
      ...answers([9], '2025-04-02', { ...owned, customer: 'Acme' }),
      ...answers([1], '2025-06-20', { ...owned, customer: 'Acme' }),
      ...answers([9], '2025-05-20', { ...owned, customer: 'Acme' }),
      ...answers(scores(0, 0, 4), day, { ...owned, customer: null }),
    ]
    const { of } = await judge({ surveys, deals: booked, targets }, { asOf: '2025-06-30' })
    expect(of('Ann')).toMatchObject({ n: 5, nps: -1 })
  })

  it('an invalid later score does not push out the valid one before it', async () => {
    const surveys = [
      ...answers([1], day, { ...owned, customer: 'Acme' }),
      { survey_id: 'blank', answered_on: '2025-06-20', score: null, owner: 'Ann', customer: 'Acme' },
      { survey_id: 'eleven', answered_on: '2025-06-21', score: '11', owner: 'Ann', customer: 'Acme' },
      { survey_id: 'minus', answered_on: '2025-06-22', score: '-1', owner: 'Ann', customer: 'Acme' },
    ]
    const { outcome, of } = await judge({ surveys, deals: booked, targets }, { asOf: '2025-06-30' })
    expect(of('Ann')).toMatchObject({ n: 1 })
    expect(outcome.notes).toContain('3 survey rows are left out: no whole-number score from 0 to 10.')
  })

  it('answers without any name of the respondent count singly', async () => {
    const rows = answers([1, 1, 1], day, { ...owned, survey_id: null })
    expect(await counts(rows, [])).toEqual({ Ann: 3, Bob: 0, company: 3 })
  })

  it('answers of one e-mail address are answers of one person', async () => {
    const surveys = [
      ...answers([1, 2], day, { ...owned, email: 'x@example.com' }),
      ...answers([1], day, { ...owned, email: null }),
    ]
    expect(await counts(surveys, [])).toEqual({ Ann: 2, Bob: 0, company: 2 })
  })

  it('each quarter keeps its own latest answer of an account', async () => {
    const surveys = [
      ...answers([9], '2025-02-01', { ...owned, customer: 'Acme' }),
      ...answers([9], '2025-03-31', { ...owned, customer: 'Acme' }),
      ...answers([1], '2025-04-01', { ...owned, customer: 'Acme' }),
    ]
    const { table } = await judge(
      {
        surveys,
        deals: [...booked, won('Ann', '2025-01-15', '100')],
        targets: [...targets, target('owner', 'Ann', '2025-Q1', '100')],
      },
      { asOf: '2025-06-30' },
    )
    const columns = table('trend')?.columns.map(({ id }) => id) ?? []
    const n = table('trend')?.rows.map((row) => [row[0], row[columns.indexOf('n')]])
    expect(n).toEqual([
      ['2025-Q1', 1],
      ['2025-Q2', 1],
    ])
  })

  it('names the answers behind a finding, attributed and cleaned the same way', async () => {
    const surveys = [
      ...answers(scores(0, 0, 11), day, { owner: 'Ann' }),
      ...answers([9], '2025-04-05', { owner: null, customer: 'Acme', survey_id: 'early' }),
      ...answers([0], '2025-05-05', { owner: null, customer: 'Acme', survey_id: 'late' }),
      ...answers([0], '2025-07-05', { owner: 'Ann', survey_id: 'after the period' }),
      ...answers(scores(30, 0, 0), day, { owner: 'Bob' }),
    ]
    const deals = [...booked, won('Ann', '2025-04-01', '1', { customer: 'Acme' })]
    const { outcome } = await judge({ surveys, deals, targets }, { asOf: '2025-07-10' })
    const [found] = outcome.findings
    expect(found?.subject).toEqual([{ column: 'owner', value: 'Ann' }])
    expect(found?.evidence.n).toBe(12)
    const [rows] = found?.evidence.rows ?? []
    expect(rows?.total).toBe(12)
    expect(rows?.ids).toContain('late')
    expect(rows?.ids).not.toContain('early')
    expect(rows?.ids).not.toContain('after the period')
  })
})
