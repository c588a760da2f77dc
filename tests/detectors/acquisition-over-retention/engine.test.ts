// Small businesses with a planted truth, from customers or invoices to the answer.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acquisitionOverRetention } from '../../../src/detectors/acquisition-over-retention/index.ts'
import type { DetectorOutcome } from '../../../src/report/index.ts'
import { addDays } from '../../../src/schema/index.ts'
import { runOn, type Data, type RunOptions } from '../scenario.ts'

const lastDay = '2026-06-30'
const ago = (days: number): string => addDays(lastDay, -days)
type Cells = Readonly<Record<string, string | null>>
const times = <T>(number: number, make: (at: number) => T): T[] =>
  Array.from({ length: number }, (_, at) => make(at))

const run = (data: Data, options: RunOptions = {}): Promise<DetectorOutcome> =>
  runOn(acquisitionOverRetention, data, { asOf: lastDay, ...options })

let count = 0
const customer = (start: number, end: number, more: Cells = {}): Cells => {
  count += 1
  return {
    customer_id: `C${count}`,
    customer: `Firm ${count}`,
    currency: 'EUR',
    status: end > 0 ? 'active' : 'churned',
    start_value: String(start),
    end_value: String(end),
    ended_on: end > 0 ? null : ago(100),
    ...more,
  }
}

/** Invoices of one customer, `every` so many days over the last `from` days, until `until` days ago. */
const billed = (
  name: string,
  every: number,
  from: number,
  until = 0,
  amount: (at: number) => number = () => 100,
): Cells[] =>
  times(Math.floor((from - until) / every) + 1, (at) => ({
    invoice_id: `${name}-${at}`,
    customer: name,
    issued_on: ago(from - at * every),
    amount: String(amount(at)),
    currency: 'EUR',
  }))

const cell = (outcome: DetectorOutcome, table: string, column: string, row = 0): unknown => {
  const found = outcome.tables.find(({ id }) => id === table)
  const at = found?.columns.findIndex(({ id }) => id === column) ?? -1
  return found?.rows[row]?.[at]
}
const lines = (outcome: DetectorOutcome, table: string): Map<unknown, unknown> =>
  new Map(outcome.tables.find(({ id }) => id === table)?.rows.map(([label, value]) => [label, value]))

describe('finds', () => {
  it('a third of the revenue lost while new customers come', async () => {
    const found = await run({
      customers: [
        ...times(30, () => customer(100, 100)),
        ...times(10, () => customer(100, 120)),
        ...times(20, () => customer(100, 0)),
        ...times(15, () => customer(0, 200)),
      ],
    })
    expect(found.outcome).toBe('problem')
    // By hand: 6,000 at the start, 2,000 lost: GRR 2/3; with 200 of expansion NRR .7. Wilson 95 % of 20 of 60: 23 to 46 %.
    expect(found.findings[0]?.sentence).toBe(
      'Of EUR 6,000 that 60 customers brought at the start, EUR 2,000 was lost: 33.3 % (95 % interval 23-46 %), 20 of them left. GRR 66.7 %, NRR 70.0 %; 15 new customers brought EUR 3,000.',
    )
    expect(found.findings[0]?.impact).toEqual([{ amount: 2000, currency: 'EUR' }])
    expect(found.findings[0]?.evidence.rows[0]).toMatchObject({ table: 'customers', total: 20 })
    expect(found.findings[0]?.subject).toEqual([])
  })

  it('the same from invoices alone', async () => {
    const found = await run({
      invoices: [
        ...times(40, (at) => billed(`Stays ${at}`, 30, 990)).flat(),
        ...times(20, (at) => billed(`Leaves ${at}`, 30, 990, 520)).flat(),
      ],
    })
    expect(found.outcome).toBe('problem')
    const [currency] = found.summary['perCurrency'] as { left: number; customersAtStart: number }[]
    expect(currency).toMatchObject({ customersAtStart: 60, left: 20 })
    // The last invoice of each.
    expect(found.findings[0]?.evidence.rows[0]).toMatchObject({ table: 'invoices', total: 20 })
  })

  it('the currency in which it happens', async () => {
    const found = await run({
      customers: [
        ...times(60, () => customer(100, 100)),
        ...times(25, () => customer(50, 50, { currency: 'GBP' })),
        ...times(20, () => customer(50, 0, { currency: 'GBP' })),
      ],
    })
    expect(found.outcome).toBe('problem')
    expect(found.findings.map(({ subject }) => subject)).toEqual([[{ column: 'currency', value: 'GBP' }]])
    expect(found.findings[0]?.evidence.rows[0]?.total).toBe(20)
  })

  it('incentives that leave renewals out, as something to watch', async () => {
    const invoice = (kind: string, at: number, incentive: string | null): Cells => ({
      invoice_id: `${kind}${at}`,
      customer: `Firm ${at}`,
      issued_on: ago(200),
      amount: '100',
      currency: 'EUR',
      kind,
      incentive_amount: incentive,
      incentive_paid_on: incentive === null ? null : ago(150),
    })
    const found = await run({
      customers: times(60, () => customer(100, 100)),
      invoices: [
        ...times(25, (at) => invoice('new', at, '10')),
        ...times(30, (at) => invoice('renewal', at, null)),
      ],
    })
    expect(found.outcome).toBe('watch')
    expect(found.findings[0]?.sentence).toBe(
      'Incentives of EUR 250 were paid on 25 invoices for new business and expansion, nothing on 30 renewals.',
    )
    expect(found.headline).toMatch(
      /^GRR 100\.0 %, .*; but incentives of EUR 250 were paid on 25 invoices for new business and expansion, none on 30 renewals\.$/,
    )
  })
})

describe('clear', () => {
  it('one whale won does not hide, nor make, anything', async () => {
    const found = await run({
      customers: [...times(58, () => customer(100, 100)), customer(100, 0), customer(0, 1_000_000)],
    })
    expect(found.outcome).toBe('ok')
    expect(found.findings).toEqual([])
  })

  it('one whale lost is no proof, but is seen', async () => {
    const found = await run({ customers: [...times(50, () => customer(100, 100)), customer(8000, 0)] })
    expect(found.outcome).toBe('watch')
    expect(found.findings[0]?.messageId).toBe('retention-may-be-lost')
  })

  it('currencies are judged apart and never added', async () => {
    const found = await run({
      customers: [
        ...times(60, () => customer(100, 97)),
        ...times(5, () => customer(1_000_000, 0, { currency: 'JPY' })),
      ],
    })
    expect(found.outcome).toBe('ok')
    expect(found.notes).toContain('Too few customers to judge JPY (5).')
    expect(found.tables[0]?.rows.map(([currency]) => currency)).toEqual(['EUR', 'JPY'])
  })

  it('fifteen customers are too few', async () => {
    const found = await run({
      customers: [...times(8, () => customer(100, 0)), ...times(7, () => customer(100, 100))],
    })
    expect(found.outcome).toBe('insufficient-data')
    expect(found.reason).toBe('15 customers with revenue at the start, 20 are needed to judge')
    expect(cell(found, 'retention', 'grr')).toBeCloseTo(7 / 15, 12)
  })

  it('yearly invoices that come late', async () => {
    // Due 385 days after the one before, and the next is not written yet.
    const found = await run({
      invoices: times(60, (at) => billed(`Late ${at}`, 385, 840 - (at % 30))).flat(),
    })
    expect(found.outcome).toBe('ok')
  })

  it('seasons in what is billed, with nobody leaving', async () => {
    const found = await run({
      invoices: times(60, (at) =>
        billed(`Farm ${at}`, 30, 990, 0, (month) => (month % 12 < 6 ? 300 : 40) + at),
      ).flat(),
    })
    expect(found.outcome).toBe('ok')
  })

  it('a history too short to tell who left', async () => {
    const found = await run({
      invoices: times(60, (at) => billed(`Firm ${at}`, 30, 600, at < 30 ? 300 : 0)).flat(),
    })
    expect(found.outcome).toBe('insufficient-data')
    expect(found.reason).toContain('they must reach back 820 days')
    expect(found.tables.map(({ id }) => id)).toEqual(['revenue'])
  })
})

describe('the defectors', () => {
  const left = (more: Cells): Cells =>
    customer(100, 0, {
      win_back_on: null,
      regained_on: null,
      churn_reason: null,
      contacted_on: null,
      ...more,
    })
  const data: Data = {
    customers: [
      ...times(40, () => left({ status: 'active', ended_on: null, end_value: '100', contacted_on: ago(10) })),
      left({ customer: 'Asked', churn_reason: 'Price', ended_on: ago(30) }),
      left({ customer: 'Called', ended_on: ago(200), win_back_on: ago(150) }),
      left({
        customer: 'Back',
        ended_on: ago(200),
        win_back_on: ago(150),
        regained_on: ago(20),
        start_value: '900',
      }),
      left({ customer: 'Long ago', ended_on: ago(800), start_value: '0' }),
      left({
        customer: 'Silent',
        status: 'active',
        ended_on: null,
        end_value: '100',
        contacted_on: ago(120),
      }),
      left({
        customer: 'Unhappy',
        status: 'active',
        ended_on: null,
        end_value: '100',
        contacted_on: ago(120),
      }),
    ],
    interviews: [
      { customer: 'Asked', held_on: ago(25) },
      { customer: 'Called', held_on: ago(300) },
    ],
    activities: [{ customer: 'Unhappy', happened_on: ago(5), done: 'true' }],
    surveys: [
      { survey_id: 'S1', customer: 'Unhappy', answered_on: ago(50), score: '9', kind: null },
      { survey_id: 'S2', customer: 'Unhappy', answered_on: ago(40), score: '3', kind: null },
      { survey_id: 'S3', customer: 'Unhappy', answered_on: ago(30), score: '10', kind: 'touchpoint' },
      { survey_id: 'S4', customer: 'Back', answered_on: ago(300), score: '2', kind: null },
    ],
  }

  it('are followed step by step', async () => {
    const found = await run(data)
    expect([...lines(found, 'defectors').values()]).toEqual([2, 3, 1, 2, 1])
    expect(lines(found, 'defectors').get('of these: asked why')).toBe(1)
    const named = found.tables
      .find(({ id }) => id === 'lost-customers')
      ?.rows.map((row) => [row[0], row[5], row[6]])
    expect(named).toEqual([
      ['Back', null, 2],
      ['Asked', 'Price', null],
      ['Called', null, null],
    ])
  })

  it('become a few counts for this week', async () => {
    const found = await run(data)
    expect(Object.fromEntries(lines(found, 'metrics'))).toEqual({
      'Lost in the last 90 days': 1,
      'of these: nobody asked why': 0,
      'of these: nobody called back': 1,
      'Regained in the last 90 days': 1,
      'Still customers, no contact for 90 days': 1,
    })
  })

  it('are shown without a verdict where revenue is not known', async () => {
    const found = await run({
      customers: times(30, (at) => ({
        customer_id: `T${at}`,
        status: at < 12 ? 'churned' : 'active',
        churn_reason: at < 12 ? 'Competitor' : null,
      })),
    })
    expect(found.outcome).toBe('skipped')
    expect(found.headline).toBe('12 customers left; retention cannot be judged.')
    expect(lines(found, 'defectors').get('Left within 365 days')).toBe(12)
  })
})

describe('revenue by quarter', () => {
  it('is split by the kind the invoices name, credits apart, cancelled ones left out', async () => {
    const invoice = (id: string, kind: string | null, amount: string, more: Cells = {}): Cells => ({
      invoice_id: id,
      customer: 'Firm',
      issued_on: '2026-05-10',
      currency: 'EUR',
      amount,
      kind,
      status: 'paid',
      ...more,
    })
    const found = await run({
      invoices: [
        invoice('1', 'new', '1000'),
        invoice('2', 'renewal', '500'),
        invoice('3', 'renewal', '700', { status: 'cancelled' }),
        invoice('4', 'credit', '50'),
        invoice('5', 'expansion', '20', { currency: 'USD' }),
      ],
    })
    expect(found.tables.find(({ id }) => id === 'revenue')?.rows).toEqual([
      ['2026-Q2', 'EUR', 1000, 0, 500, -50],
      ['2026-Q2', 'USD', 0, 20, 0, 0],
    ])
  })

  it('is first and later invoices where they name none', async () => {
    const found = await run({ invoices: billed('Firm', 30, 60) })
    expect(found.tables.find(({ id }) => id === 'revenue')?.rows).toEqual([['2026-Q2', 'EUR', 100, 200]])
  })
})

describe('a day asked for', () => {
  const customers = [
    ...times(40, () => customer(100, 100)),
    ...times(6, () => customer(100, 0, { end_value: null, ended_on: ago(200) })),
    ...times(9, () => customer(100, 0, { end_value: null, ended_on: ago(20) })),
  ]
  const left = async (options: RunOptions): Promise<unknown> =>
    lines(await run({ customers }, options), 'defectors').get('Left within 365 days')

  it.each([
    ['the last one', {}, 15],
    ['an earlier one, as of', { asOf: ago(100) }, 6],
    ['an earlier one, until', { until: ago(100) }, 6],
  ])('%s: who left later has not left', async (_, options, expected) => {
    expect(await left(options)).toBe(expected)
  })
})

describe('GRR and NRR are those of R', () => {
  interface Case {
    id: string
    input: { start: number[]; end: number[] }
    expected: { status: string; customers: number; grr: number; nrr: number; negativeInputs: number }
  }
  const { cases } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../fixtures/reference/grr_nrr.json'), 'utf8'),
  ) as { cases: Case[] }

  it.each(cases.filter(({ expected }) => expected.status === 'ok').map((one) => [one.id, one] as const))(
    '%s',
    async (_id, { input, expected }) => {
      const customers = input.start.map((start, at) => customer(start, input.end[at] ?? 0))
      const found = await run({ customers }, { options: { minCustomers: 1 } })
      const [one] = found.summary['perCurrency'] as { customersAtStart: number; grr: number; nrr: number }[]
      expect(one?.customersAtStart).toBe(expected.customers)
      expect(one?.grr).toBeCloseTo(expected.grr, 10)
      expect(one?.nrr).toBeCloseTo(expected.nrr, 10)
    },
  )
})
