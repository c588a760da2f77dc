// Which period is judged, through the engine.
import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../../../src/schema/index.ts'
import { answers, judge, scores, target, won, type Cells } from './business.ts'

const quarters = ['2024-Q4', '2025-Q1', '2025-Q2']
const quarterly = quarters.map((period) => target('owner', 'Ann', period, '100'))
const days = ['2024-11-15', '2025-02-15', '2025-05-15']
const deals = days.map((day) => won('Ann', day, '100'))
const surveys = days.flatMap((day) => answers(scores(8, 2, 2), day, { owner: 'Ann' }))

describe('the period judged', () => {
  it('is the newest complete one: an export that ends before the last three days leaves it open', async () => {
    const data = { surveys, deals, targets: quarterly }
    expect((await judge(data, { asOf: '2025-06-27' })).summary.period).toBe('2025-Q1')
    expect((await judge(data, { asOf: '2025-06-28' })).summary.period).toBe('2025-Q2')
    expect((await judge(data, { asOf: '2026-02-01' })).summary.period).toBe('2025-Q2')
  })

  it('is the one named, and the report says when it is not over', async () => {
    const data = { surveys, deals, targets: quarterly }
    const past = await judge(data, { asOf: '2025-06-30', period: parsePeriod('2024-Q4') })
    expect(past.summary.period).toBe('2024-Q4')
    const open = await judge(data, { asOf: '2025-05-20', period: parsePeriod('2025-Q2') })
    expect(open.summary.period).toBe('2025-Q2')
    expect(open.outcome.notes).toContain('2025-Q2 is not over: data reach until 2025-05-20.')
  })

  it('cannot be one without targets: the reason names those there are', async () => {
    const { outcome, summary } = await judge(
      { surveys, deals, targets: quarterly },
      { asOf: '2025-06-30', period: parsePeriod('2023-Q1') },
    )
    expect(outcome.outcome).toBe('insufficient-data')
    expect(outcome.reason).toBe('no target covers 2023-Q1: targets are set for 2024-Q4 to 2025-Q2')
    expect(summary.period).toBeNull()
    expect(outcome.tables.map(({ id }) => id)).toContain('nps')
  })

  it('named as a quarter adds up the months of it', async () => {
    const monthly = ['2025-04', '2025-05', '2025-06'].map((month) => target('owner', 'Ann', month, '40'))
    const { of } = await judge(
      { surveys, deals, targets: monthly },
      { asOf: '2025-06-30', period: parsePeriod('2025-Q2') },
    )
    expect(of('Ann')).toMatchObject({ attainment: 0.833333333333, hit: false })
  })
})

describe('thin months', () => {
  const months = Array.from(
    { length: 24 },
    (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
  const targets = months.flatMap((month) =>
    ['Ann', 'Bob'].map((owner) => target('owner', owner, month, '100')),
  )
  const booked = months.flatMap((month) => ['Ann', 'Bob'].map((owner) => won(owner, `${month}-10`, '110')))
  const asked = (perMonth: number): Cells[] =>
    months.flatMap((month) =>
      ['Ann', 'Bob'].flatMap((owner) => answers(scores(perMonth - 1, 1, 0), `${month}-20`, { owner })),
    )

  it('with ten answers each are judged by the month', async () => {
    const { summary, outcome } = await judge(
      { surveys: asked(10), deals: booked, targets },
      { asOf: '2024-12-31' },
    )
    expect(summary.period).toBe('2024-12')
    expect(outcome.notes.filter((note) => note.includes('judged by'))).toEqual([])
  })

  it('with four are rolled up to the quarter', async () => {
    const { summary, outcome, of } = await judge(
      { surveys: asked(4), deals: booked, targets },
      { asOf: '2024-12-31' },
    )
    expect(summary.period).toBe('2024-Q4')
    expect(of('Ann')).toMatchObject({ n: 12, attainment: 1.1, hit: true, outcome: 'ok' })
    expect(outcome.notes).toContain(
      'owners are judged by quarter (2024-Q4): by month the median is 4 answers, fewer than 10.',
    )
  })

  it('with one are rolled up to the year', async () => {
    const { summary, of } = await judge({ surveys: asked(1), deals: booked, targets }, { asOf: '2024-12-31' })
    expect(summary.period).toBe('2024')
    expect(of('Ann')).toMatchObject({ n: 12, attainment: 1.1 })
  })

  it('stay months where no quarter is covered by targets', async () => {
    const two = targets.filter((row) => String(row['start_on']) >= '2024-11-01')
    const { summary } = await judge(
      { surveys: asked(4), deals: booked, targets: two },
      { asOf: '2024-12-31' },
    )
    expect(summary.period).toBe('2024-12')
  })

  it('measure an owner on the months that have a target', async () => {
    const late = targets.filter((row) => row['entity'] === 'Ann' || String(row['start_on']) >= '2024-12-01')
    const { of } = await judge({ surveys: asked(4), deals: booked, targets: late }, { asOf: '2024-12-31' })
    expect(of('Bob')).toMatchObject({ attainment: 1.1, n: 12 })
  })

  it('do not count twice where the sheet holds the quarter beside its months', async () => {
    const both = [...targets, ...['Ann', 'Bob'].map((owner) => target('owner', owner, '2024-Q4', '330'))]
    const { of, summary } = await judge(
      { surveys: asked(4), deals: booked, targets: both },
      { asOf: '2024-12-31' },
    )
    expect(summary.period).toBe('2024-Q4')
    expect(of('Ann')).toMatchObject({ attainment: 1, hit: true })
  })
})

describe('levels', () => {
  it('are each judged by the period their targets are for', async () => {
    const { summary } = await judge(
      {
        surveys: answers(scores(20, 4, 2), '2025-05-15', { owner: 'Ann' }),
        deals: [won('Ann', '2024-05-15', '100'), won('Ann', '2025-05-15', '100')],
        targets: [target('owner', 'Ann', '2025-05', '50'), target('company', 'All', '2024', '50')],
      },
      { asOf: '2025-05-31' },
    )
    expect(summary.period).toBe('2025-05, 2024')
  })
})

const fiscal = (start: string, end: string): Cells => ({
  ...target('owner', 'Ann', '2025-Q1', '100'),
  start_on: start,
  end_on: end,
})

describe('fiscal quarters', () => {
  it('that begin in February are whole periods of their own', async () => {
    const { summary, of } = await judge(
      {
        targets: [fiscal('2025-02-01', '2025-04-30'), fiscal('2025-05-01', '2025-07-31')],
        deals: [
          won('Ann', '2025-01-31', '1000'),
          won('Ann', '2025-02-01', '60'),
          won('Ann', '2025-04-30', '60'),
        ],
        surveys: [
          ...answers([9], '2025-02-01', { owner: 'Ann', customer: 'Acme' }),
          ...answers([1], '2025-04-30', { owner: 'Ann', customer: 'Acme' }),
          ...answers([9], '2025-05-01', { owner: 'Ann', customer: 'Acme' }),
        ],
      },
      { asOf: '2025-05-20' },
    )
    expect(summary.period).toBe('2025-02 to 2025-04')
    expect(of('Ann')).toMatchObject({ attainment: 1.2, n: 1 })
  })

  it('of odd length or start are left out and counted', async () => {
    const odd = { ...target('owner', 'Ann', '2025-Q1', '100'), start_on: '2025-01-06', end_on: '2025-03-30' }
    const { outcome } = await judge({ surveys, deals, targets: [...quarterly, odd] }, { asOf: '2025-06-30' })
    expect(outcome.notes).toContain(
      '1 target row is left out: no level, no name, or a period that is no whole month, quarter or year.',
    )
  })
})
