// Booked money against targets, through the engine.
import { describe, expect, it } from 'vitest'
import { answers, judge, scores, target, won, type Cells } from './business.ts'

const asOf = '2025-06-30'
/** Enough happy answers for everybody named, so that only attainment decides. */
const happy = (...owners: readonly string[]): Cells[] =>
  owners.flatMap((owner) => answers(scores(8, 2, 0), '2025-05-20', { owner }))

describe('attainment', () => {
  it('is won money closed in the period divided by the target; lost, open and other periods do not count', async () => {
    const { of } = await judge(
      {
        surveys: happy('Ann'),
        targets: [target('owner', 'Ann', '2025-Q2', '200')],
        deals: [
          won('Ann', '2025-04-01', '150'),
          won('ANN', '2025-06-30', '40.50'),
          won('Ann', '2025-03-31', '1000'),
          won('Ann', '2025-07-01', '1000'),
          won('Ann', '2025-05-01', '1000', { status: 'lost' }),
          won('Ann', '2025-05-01', '1000', { status: 'open' }),
          won('Bob', '2025-05-01', '1000'),
        ],
      },
      { asOf },
    )
    expect(of('Ann')).toMatchObject({ attainment: 0.9525, hit: false, outcome: 'not-hit' })
  })

  it('takes credit notes off', async () => {
    const { of } = await judge(
      {
        surveys: happy('Ann'),
        targets: [target('owner', 'Ann', '2025-Q2', '100')],
        deals: [won('Ann', '2025-04-01', '110'), won('Ann', '2025-06-01', '-10.01')],
      },
      { asOf },
    )
    expect(of('Ann')).toMatchObject({ attainment: 0.9999, hit: false })
  })

  it('is hit when cents add up to the target', async () => {
    const { of } = await judge(
      {
        surveys: happy('Ann'),
        targets: [target('owner', 'Ann', '2025-Q2', '0.3')],
        deals: [won('Ann', '2025-04-01', '0.1'), won('Ann', '2025-05-01', '0.2')],
      },
      { asOf },
    )
    expect(of('Ann')).toMatchObject({ attainment: 1, hit: true, outcome: 'insufficient-data' })
  })

  it('has no target at zero, and a missing one where the amount or the row is missing', async () => {
    const { of, summary } = await judge(
      {
        surveys: happy('Ann', 'Zoe', 'Max', 'Kim'),
        targets: [
          target('owner', 'Ann', '2025-Q2', '100'),
          target('owner', 'Zoe', '2025-Q2', '0'),
          target('owner', 'Max', '2025-Q2', null),
        ],
        deals: ['Ann', 'Zoe', 'Max', 'Kim'].map((owner) => won(owner, '2025-04-01', '100')),
      },
      { asOf },
    )
    expect(summary.entities.map(({ entity, outcome }) => [entity, outcome])).toEqual([
      ['Ann', 'ok'],
      ['Kim', 'missing'],
      ['Max', 'missing'],
      ['Zoe', 'no-target'],
      ['company', 'missing'],
    ])
    expect(of('Zoe')).toMatchObject({ attainment: null, hit: null, n: 10, nps: 0.8, p: null })
  })

  // The year is judged where quarters have too few answers; of its four quarters only the first has a target.
  it.each([
    ['missing', []],
    ['zero', ['0', '0', '0']],
    ['below zero', ['-20', '-20', '-20']],
  ])('measures a year on the months with a target, others being %s', async (_, later) => {
    const { of } = await judge(
      {
        surveys: ['02', '05', '08', '11'].flatMap((month) =>
          answers(scores(3, 0, 0), `2024-${month}-20`, { owner: 'Ann' }),
        ),
        targets: [
          target('owner', 'Ann', '2024-Q1', '100'),
          ...later.map((amount, at) => target('owner', 'Ann', `2024-Q${at + 2}`, amount)),
        ],
        deals: ['02', '05', '08', '11'].map((month) => won('Ann', `2024-${month}-01`, '40')),
      },
      { asOf: '2024-12-31' },
    )
    expect(of('Ann')).toMatchObject({ attainment: 0.4, hit: false })
  })

  it('measures every currency on the months of its own targets', async () => {
    const { of } = await judge(
      {
        surveys: ['02', '05', '08', '11'].flatMap((month) =>
          answers(scores(3, 0, 0), `2024-${month}-20`, { owner: 'Ann' }),
        ),
        targets: [
          ...['1', '2', '3', '4'].map((quarter) =>
            target('owner', 'Ann', `2024-Q${quarter}`, '39', { currency: 'EUR' }),
          ),
          target('owner', 'Ann', '2024-Q1', '100', { currency: 'USD' }),
        ],
        deals: [
          ...['02', '05', '08', '11'].map((month) =>
            won('Ann', `2024-${month}-01`, '40', { currency: 'EUR' }),
          ),
          won('Ann', '2024-11-02', '120', { currency: 'USD' }),
        ],
      },
      { asOf: '2024-12-31' },
    )
    expect(of('Ann')).toMatchObject({ attainment: 0, hit: false })
  })

  it('takes rows of the same period for parts of one target, also where one is below zero', async () => {
    const { of } = await judge(
      {
        surveys: happy('Ann'),
        targets: [target('owner', 'Ann', '2025-Q2', '100'), target('owner', 'Ann', '2025-Q2', '-20')],
        deals: [won('Ann', '2025-04-01', '80')],
      },
      { asOf },
    )
    expect(of('Ann')).toMatchObject({ attainment: 1, hit: true })
  })

  it('adds up several targets of one owner and period', async () => {
    const { of } = await judge(
      {
        surveys: happy('Ann'),
        targets: [target('owner', 'Ann', '2025-Q2', '60'), target('owner', 'ann', '2025-Q2', '60')],
        deals: [won('Ann', '2025-04-01', '90')],
      },
      { asOf },
    )
    expect(of('Ann')).toMatchObject({ attainment: 0.75, hit: false })
  })

  it('is judged for the company against its own target and only shown where lower targets are added up', async () => {
    const data = {
      surveys: happy('Ann'),
      deals: [won('Ann', '2025-04-01', '90'), won(null, '2025-04-01', '60')],
    }
    const own = await judge({ ...data, targets: [target('company', 'ALL', '2025-Q2', '100')] }, { asOf })
    expect(own.of('ALL')).toMatchObject({ level: 'company', attainment: 1.5, hit: true, outcome: 'ok' })
    const summed = await judge(
      {
        ...data,
        targets: [target('owner', 'Ann', '2025-Q2', '50'), target('owner', 'Bob', '2025-Q2', '50')],
      },
      { asOf },
    )
    expect(summed.of('company')).toMatchObject({
      level: 'company',
      attainment: null,
      hit: null,
      outcome: 'missing',
    })
    const columns = summed.table('company')?.columns.map(({ id }) => id) ?? []
    const [row] = summed.table('company')?.rows ?? []
    expect(row?.[columns.indexOf('attainment')]).toBe(1.5)
    expect(row?.[columns.indexOf('hit')]).toBeNull()
    expect(summed.table('company')?.note).toContain(
      'the targets of owners are added up, shown and not judged',
    )
  })
})

describe('currencies', () => {
  const inEuro = { currency: 'EUR' }
  const inDollar = { currency: 'USD' }

  it('are never added: a target is hit when it is hit in every currency it is set in', async () => {
    const { of, outcome, table } = await judge(
      {
        surveys: [
          ...answers(scores(0, 2, 18), '2025-05-20', { owner: 'Ann' }),
          ...answers(scores(0, 2, 18), '2025-05-20', { owner: 'Bob' }),
          ...answers(scores(90, 10, 0), '2025-05-20', { owner: 'Cat' }),
        ],
        targets: [
          target('owner', 'Ann', '2025-Q2', '100', inEuro),
          target('owner', 'Ann', '2025-Q2', '200', inDollar),
          target('owner', 'Bob', '2025-Q2', '100', inEuro),
          target('owner', 'Bob', '2025-Q2', '200', inDollar),
        ],
        deals: [
          won('Ann', '2025-04-01', '150', inEuro),
          won('Ann', '2025-04-01', '220', inDollar),
          won('Bob', '2025-04-01', '1000', inEuro),
          won('Bob', '2025-04-01', '199', inDollar),
          won('Bob', '2025-04-01', '7', { currency: 'CHF' }),
        ],
      },
      { asOf },
    )
    expect(of('Ann')).toMatchObject({ attainment: 1.1, hit: true, outcome: 'problem' })
    expect(of('Bob')).toMatchObject({ attainment: 0.995, hit: false, outcome: 'not-hit' })
    const [found] = outcome.findings
    expect(found?.sentence).toContain('Ann booked 150 % (EUR) and 110 % (USD) of target in 2025-Q2')
    expect(found?.impact).toEqual([
      { amount: 150, currency: 'EUR' },
      { amount: 220, currency: 'USD' },
    ])
    expect(table('currencies')?.rows).toEqual([
      ['owner', 'Ann', '2025-Q2', 'EUR', 150, 100, 1.5, true],
      ['owner', 'Ann', '2025-Q2', 'USD', 220, 200, 1.1, true],
      ['owner', 'Bob', '2025-Q2', 'CHF', 7, null, null, null],
      ['owner', 'Bob', '2025-Q2', 'EUR', 1000, 100, 10, true],
      ['owner', 'Bob', '2025-Q2', 'USD', 199, 200, 0.995, false],
      ['company', 'company', '2025-Q2', 'CHF', 7, null, null, null],
      ['company', 'company', '2025-Q2', 'EUR', 1150, 200, 5.75, true],
      ['company', 'company', '2025-Q2', 'USD', 419, 400, 1.0475, true],
    ])
  })

  it('a target sheet without a currency means the only one the deals name', async () => {
    const { of } = await judge(
      {
        surveys: happy('Ann'),
        targets: [target('owner', 'Ann', '2025-Q2', '100')],
        deals: [won('Ann', '2025-04-01', '60', inEuro), won('Ann', '2025-04-01', '60', { currency: null })],
      },
      { asOf },
    )
    expect(of('Ann')).toMatchObject({ attainment: 1.2, hit: true })
  })

  it('with several named, a target without one meets only bookings without one, and a note says so', async () => {
    const { of, outcome } = await judge(
      {
        surveys: happy('Ann'),
        targets: [target('owner', 'Ann', '2025-Q2', '100')],
        deals: [
          won('Ann', '2025-04-01', '160', inEuro),
          won('Ann', '2025-04-01', '160', inDollar),
          won('Ann', '2025-04-01', '40', { currency: null }),
        ],
      },
      { asOf },
    )
    expect(of('Ann')).toMatchObject({ attainment: 0.4, hit: false })
    expect(outcome.notes).toContain(
      'Several currencies are named and some rows name none: those are kept apart from all of them.',
    )
  })
})

const invoice = (id: string, amount: string, more: Cells = {}): Cells => ({
  invoice_id: id,
  owner: 'Ann',
  issued_on: '2025-04-10',
  amount,
  status: null,
  ...more,
})

describe('invoices', () => {
  const base = { surveys: happy('Ann'), targets: [target('owner', 'Ann', '2025-Q2', '100')] }

  it('stand for won deals where no deals are given', async () => {
    const { of } = await judge(
      { ...base, invoices: [invoice('1', '70'), invoice('2', '50', { status: 'paid' })] },
      { asOf },
    )
    expect(of('Ann')).toMatchObject({ attainment: 1.2, hit: true })
  })

  it('count nothing as drafts, cancelled, or credited without a credit note of their own', async () => {
    const invoices = [
      invoice('1', '30', { status: 'issued' }),
      invoice('2', '1000', { status: 'draft' }),
      invoice('3', '1000', { status: 'cancelled' }),
      invoice('4', '1000', { status: 'credited' }),
      invoice('5', '1000', { cancelled_on: '2025-05-01' }),
      invoice('6', '500', { status: 'credited' }),
      invoice('7', '-500', { credited_invoice_id: '6' }),
      invoice('8', '20', { kind: 'credit' }),
    ]
    const { of } = await judge({ ...base, invoices }, { asOf })
    expect(of('Ann')).toMatchObject({ attainment: 0.1 })
  })

  it('give way to deals', async () => {
    const { of } = await judge(
      { ...base, invoices: [invoice('1', '1000')], deals: [won('Ann', '2025-04-01', '50')] },
      { asOf },
    )
    expect(of('Ann')).toMatchObject({ attainment: 0.5 })
  })

  it('say whose customer answered, by order number and by customer', async () => {
    const { of } = await judge(
      {
        targets: base.targets,
        invoices: [
          invoice('1', '100', { customer: 'Acme' }),
          invoice('2', '1', { owner: 'Bob', customer: 'Beta' }),
        ],
        surveys: [
          ...answers([9], '2025-05-20', { deal_id: '1', customer: null }),
          ...answers([9], '2025-05-20', { deal_id: null, customer: 'acme' }),
          ...answers([9], '2025-05-20', { deal_id: null, customer: 'Beta' }),
        ],
      },
      { asOf },
    )
    expect(of('Ann')).toMatchObject({ n: 2 })
    expect(of('Bob')).toMatchObject({ n: 1 })
  })
})
