// Small businesses with a planted truth, from invoices to the answer.
import { describe, expect, it } from 'vitest'
import { paidBeforeConfirmed } from '../../../src/detectors/paid-before-confirmed/index.ts'
import type { DetectorOutcome } from '../../../src/report/index.ts'
import { addDays, parsePeriod } from '../../../src/schema/index.ts'
import { runOn, type Data, type RunOptions } from '../scenario.ts'

type Row = Readonly<Record<string, string | null>>

let number = 0
interface Bill {
  readonly issued?: string
  /** Days after the invoice; null: not so far. */
  readonly confirmed?: number | null
  readonly paid?: number | null
  readonly more?: Row
}
/** The same invoice `count` times, one a day from `issued` on. */
const bills = (
  count: number,
  { issued = '2026-01-05', confirmed = 20, paid = 40, more = {} }: Bill = {},
): Row[] =>
  Array.from({ length: count }, (_, at) => {
    const day = addDays(issued, at % 60)
    return {
      invoice_id: `I${String(++number).padStart(4, '0')}`,
      customer: `Customer ${number}`,
      owner: 'Ann',
      issued_on: day,
      confirmed_on: confirmed === null ? null : addDays(day, confirmed),
      incentive_paid_on: paid === null ? null : addDays(day, paid),
      incentive_amount: '100',
      currency: 'EUR',
      status: 'paid',
      kind: 'new',
      cancelled_on: null,
      credited_invoice_id: null,
      ...more,
    }
  })

const run = (data: Data, options: RunOptions = {}): Promise<DetectorOutcome> =>
  runOn(paidBeforeConfirmed, data, { asOf: '2026-06-30', ...options })

describe('finds', () => {
  it('incentives on the invoice: early, and partly on sales that were undone', async () => {
    const found = await run({
      invoices: [
        ...bills(30),
        ...bills(40, { paid: 5 }),
        ...bills(6, { paid: 5, confirmed: null, more: { status: 'credited' } }),
        ...bills(4, { paid: 5, confirmed: null }),
        ...bills(50, { paid: null }),
      ],
    })
    expect(found.outcome).toBe('problem')
    expect(found.summary).toMatchObject({
      invoices: 130,
      incentivesPaid: 80,
      paidBeforeConfirmation: 50,
      onInvoicesTakenBack: 6,
      onInvoicesNotConfirmed: 4,
    })
    expect(found.findings[0]?.sentence).toContain(
      '50 of 80 incentives (63 %, 95 % interval 52-72 %) were paid before the customer confirmed (limit: at most 20 %). EUR 1,000 of incentives were paid on 10 invoices without a customer behind them (6 taken back, 4 not confirmed so far).',
    )
    expect(found.findings[0]?.impact).toEqual([{ amount: 1000, currency: 'EUR' }])
    expect(found.findings[0]?.evidence.rows[0]).toMatchObject({ table: 'invoices', total: 50 })
  })

  it('one owner who is paid early while the company keeps the limit', async () => {
    const found = await run({
      invoices: [...bills(200), ...bills(25, { paid: 3, more: { owner: 'Bob' } })],
    })
    expect(found.outcome).toBe('problem')
    expect(found.findings.map(({ messageId, subject }) => [messageId, subject])).toEqual([
      ['paid-early-in-group', [{ column: 'owner', value: 'Bob' }]],
    ])
    expect(found.findings[0]?.evidence.rows[0]?.total).toBe(25)
    expect(found.headline).toBe(
      '25 of 225 incentives (11 %, 95 % interval 8-16 %) were paid before the customer confirmed; too many with 1 owner, first Bob (25 of 25, 100 %).',
    )
  })

  it('incentives on invoices that were taken back, though paid in time', async () => {
    const found = await run({
      invoices: [
        ...bills(80),
        ...bills(20, { more: { cancelled_on: '2026-06-10' } }),
        // Credit notes name what they take back.
        ...bills(5, { more: { invoice_id: 'undone', currency: 'usd' } }),
        {
          ...bills(1, { paid: null })[0],
          kind: 'credit',
          credited_invoice_id: 'undone',
          issued_on: '2026-06-01',
        },
      ],
    })
    expect(found.outcome).toBe('problem')
    expect(found.findings.map(({ messageId }) => messageId)).toEqual(['paid-on-taken-back'])
    expect(found.headline).toBe(
      '0 of 105 incentives (0 %, 95 % interval 0-4 %) were paid before the customer confirmed; but 25 of 105 incentives (24 %) were paid on invoices taken back since.',
    )
    expect(found.findings[0]?.impact).toEqual([
      { amount: 2000, currency: 'EUR' },
      { amount: 500, currency: 'USD' },
    ])
  })

  it('what customers say who were paid for early', async () => {
    const early = bills(30, { paid: 3 })
    const late = bills(30)
    const answer =
      (score: string) =>
      (row: Row, at: number): Row => ({
        survey_id: `${score}-${at}`,
        customer: row['customer'] ?? null,
        answered_on: '2026-06-01',
        score,
      })
    const found = await run({
      invoices: [...early, ...late],
      surveys: [...early.map(answer('3')), ...late.map(answer('10'))],
      customers: [...early, ...late].map((row, at) => ({
        customer: row['customer'] ?? null,
        status: at < 15 ? 'churned' : 'active',
      })),
    })
    expect(found.findings[0]?.sentence).toContain('NPS -100 (30 answers) against +100 (30): -200 points')
    expect(found.summary['keptDifference']).toBeCloseTo(-0.5, 12)
  })
})

describe('stays quiet on', () => {
  it('incentives that wait, renewals without any, and drafts', async () => {
    const found = await run({
      invoices: [
        ...bills(100),
        ...bills(100, { paid: null, confirmed: null, more: { kind: 'renewal' } }),
        ...bills(60, { paid: 1, confirmed: null, more: { status: 'draft' } }),
        ...bills(60, { paid: 1, confirmed: null, more: { kind: 'credit' } }),
      ],
    })
    expect([found.outcome, found.findings]).toEqual(['ok', []])
    expect(found.headline).toBe(
      '0 of 100 incentives (0 %, 95 % interval 0-4 %) were paid before the customer confirmed.',
    )
  })

  it('young invoices of a growing business that are neither confirmed nor paid for', async () => {
    const found = await run({
      invoices: [
        ...bills(60),
        ...bills(300, { issued: '2026-05-01', confirmed: null, paid: null }),
        // Planned for a day that has not come: nothing has been paid.
        ...bills(100, { issued: '2026-05-01', confirmed: 200, paid: 90 }),
      ],
    })
    expect([found.outcome, found.summary['incentivesPaid']]).toEqual(['ok', 60])
  })

  it('a dozen incentives, all of them early', async () => {
    const found = await run({ invoices: [...bills(12, { paid: 1 }), ...bills(40, { paid: null })] })
    expect(found.outcome).toBe('insufficient-data')
    expect(found.reason).toBe('12 incentives were paid, 20 are needed to judge')
    expect(found.tables[0]?.rows).toHaveLength(4)
  })

  it('a company where nobody writes a confirmation down', async () => {
    const found = await run({ invoices: bills(100, { confirmed: null }) })
    expect(found.outcome).toBe('insufficient-data')
    expect(found.reason).toBe('not one invoice has a confirmation: check that the column is filled')
  })

  it('one whale that was paid early: incentives are counted, its money is told per currency', async () => {
    const found = await run({
      invoices: [
        ...bills(60),
        ...bills(1, { paid: 1, confirmed: null, more: { incentive_amount: '900000', currency: 'GBP' } }),
      ],
    })
    expect(found.outcome).toBe('ok')
    const open = found.tables[0]?.rows.find(([name]) => name === 'not confirmed so far')
    expect(open?.at(-1)).toBe('GBP 900,000')
    expect(found.summary['notConfirmedMoney']).toEqual([{ amount: 900_000, currency: 'GBP' }])
  })

  it('one month of a bad past, when another period is asked for', async () => {
    const invoices = [...bills(50, { issued: '2025-01-10', paid: 1 }), ...bills(50)]
    const now = await run({ invoices }, { period: parsePeriod('2026') })
    const all = await run({ invoices })
    expect([now.outcome, all.outcome]).toEqual(['ok', 'problem'])
  })
})

describe('the days to a confirmation', () => {
  it('are told although nothing says when incentives were paid', async () => {
    const found = await run({
      invoices: bills(40, { confirmed: 12 }).map(
        ({ incentive_paid_on: _paid, incentive_amount: _amount, ...rest }) => rest,
      ),
    })
    expect(found.outcome).toBe('skipped')
    expect(found.headline).toBe(
      'Half of the invoices are confirmed within 12 days; no verdict: needs the day each incentive was paid.',
    )
  })

  it('count what is not confirmed so far, by hand', async () => {
    // Of 40 invoices watched for at least 100 days 12 confirmed on day 10, 10 on day 30: 22 of 40 by day 30.
    const found = await run({
      invoices: [
        ...bills(12, { confirmed: 10, paid: 50 }),
        ...bills(10, { confirmed: 30, paid: 50 }),
        ...bills(18, { confirmed: null, paid: null }),
      ],
    })
    const table = found.tables.find(({ id }) => id === 'confirmation')
    expect(table?.rows.map(([share, days]) => [share, days])).toEqual([
      [0.25, 10],
      [0.5, 30],
      [0.75, null],
      [0.9, null],
    ])
  })
})
