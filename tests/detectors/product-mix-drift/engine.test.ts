// Small businesses with a planted truth, from deals to the answer.
import { describe, expect, it } from 'vitest'
import { productMixDrift } from '../../../src/detectors/product-mix-drift/index.ts'
import { targetHitNpsLow } from '../../../src/detectors/target-hit-nps-low/index.ts'
import type { DetectorOutcome } from '../../../src/report/index.ts'
import { parsePeriod } from '../../../src/schema/index.ts'
import { readExpected, readScenario, runOn, type Data, type RunOptions } from '../scenario.ts'

type Deal = Readonly<Record<string, string | null>>

let number = 0
/** Won deals on the 10th of the middle month of a quarter. */
const won = (quarter: string, counts: Readonly<Record<string, number>>, more: Deal = {}): Deal[] => {
  const [year = '', part = ''] = quarter.split('-Q')
  const month = String(Number(part) * 3 - 1).padStart(2, '0')
  return Object.entries(counts).flatMap(([product, count]) =>
    Array.from({ length: count }, () => ({
      deal_id: `D${String(++number).padStart(5, '0')}`,
      status: 'won',
      closed_on: `${year}-${month}-10`,
      product,
      amount: '1000',
      currency: 'EUR',
      ...more,
    })),
  )
}

const run = (data: Data, options: RunOptions = {}): Promise<DetectorOutcome> =>
  runOn(productMixDrift, data, { asOf: '2026-07-02', ...options })

const even = { Core: 40, Plus: 30, Care: 30 }
const pushed = { Core: 15, Plus: 65, Care: 20 }

describe('finds', () => {
  it('a product that is pushed', async () => {
    const found = await run({ deals: [...won('2026-Q1', even), ...won('2026-Q2', pushed)] })
    expect(found.outcome).toBe('problem')
    // PSI by hand: .25 ln(.4/.15) + .35 ln(.65/.3) + .1 ln(.3/.2) = 0.55637
    expect(found.summary['psi']).toBeCloseTo(0.55637, 5)
    expect(found.findings[0]?.sentence).toContain(
      'Plus rose from 30 of 100 sales (30 %) in 2026-Q1 to 65 of 100 sales (65 %) in 2026-Q2, Core went from 40 of 100 sales (40 %) to 15 of 100 sales (15 %)',
    )
    expect(found.findings[0]?.evidence.rows[0]).toMatchObject({ table: 'deals', total: 65 })
    expect(found.findings[0]?.impact).toEqual([{ amount: 65_000, currency: 'EUR' }])
  })

  it('that it hit its target while its buyers score low and give it back', async () => {
    const answers = (product: string, scores: readonly number[], count: number): Deal[] =>
      Array.from({ length: count }, (_, at) => ({
        survey_id: `${product}${at}`,
        product,
        customer: `${product} buyer ${at}`,
        answered_on: '2026-05-20',
        score: String(scores[at % scores.length]),
      }))
    const deals = [...won('2026-Q1', even), ...won('2026-Q2', pushed)]
    const found = await run({
      deals,
      targets: [
        {
          level: 'product',
          entity: 'plus',
          grain: 'quarter',
          start_on: '2026-04-01',
          end_on: '2026-06-30',
          target_amount: '50000',
          currency: 'EUR',
        },
        {
          level: 'product',
          entity: 'Core',
          grain: 'quarter',
          start_on: '2026-04-01',
          end_on: '2026-06-30',
          target_amount: '50000',
          currency: 'EUR',
        },
      ],
      surveys: [...answers('Plus', [2, 5, 9, 3], 40), ...answers('Core', [9, 10, 8, 9], 40)],
      invoices: deals.slice(100).map(({ deal_id, product }, at) => ({
        invoice_id: `I${at}`,
        deal_id: deal_id ?? null,
        issued_on: '2026-05-12',
        status: product === 'Plus' && at % 3 === 0 ? 'credited' : 'paid',
      })),
    })
    // 65 of 50; a quarter promoters, three quarters detractors; every third of the deals 15 to 79.
    expect(found.findings[0]?.sentence).toMatch(
      /Plus hit 130 % of its target, but its buyers score NPS -50 \(40 answers\) and 22 of 65 \(34 %\) of its invoices were taken back, of others 0 %\.$/,
    )
    const [table] = found.tables
    const plus = table?.rows.find(([product]) => product === 'Plus')
    expect(table?.columns.map(({ id }) => id)).toContain('takenBack')
    expect(plus?.at(-1)).toBe('problem')
  })

  it('sales off a plan', async () => {
    const found = await run(
      { deals: won('2026-Q2', { Core: 50, Plus: 45, Care: 5 }) },
      { options: { plannedMix: ['Core=40', ' plus = 20%', 'Care=40', 'nonsense'] } },
    )
    expect(found.outcome).toBe('problem')
    expect(found.findings[0]?.sentence).toContain(
      'Sales in 2026-Q2 are off the plan: Plus has 45 of 100 sales (45 %) against 20 % planned, Care 5 of 100 sales (5 %) against 40 %',
    )
    expect(found.notes).toContain('Of the planned mix not understood: nonsense (write Product=50).')
  })

  it('a product that hits its target and comes back, though the mix held', async () => {
    const deals = [...won('2026-Q1', even), ...won('2026-Q2', even)]
    const found = await run({
      deals,
      targets: [
        {
          level: 'product',
          entity: 'Plus',
          grain: 'quarter',
          start_on: '2026-04-01',
          end_on: '2026-06-30',
          target_amount: '20000',
          currency: 'EUR',
        },
      ],
      invoices: deals.slice(100).map(({ product }, at) => ({
        invoice_id: `I${at}`,
        product: product ?? null,
        issued_on: '2026-05-12',
        cancelled_on: product === 'Plus' && at % 2 === 0 ? '2026-06-20' : null,
      })),
    })
    expect(found.outcome).toBe('watch')
    expect(found.findings.map(({ messageId, subject }) => [messageId, subject])).toEqual([
      ['hit-and-refunded', [{ column: 'product', value: 'Plus' }]],
    ])
    expect(found.headline).toMatch(
      /^The mix held: .*, but Plus hits its target and \d+ of \d+ \(50 %\) of its invoices are taken back\.$/,
    )
  })
})

describe('stays quiet on', () => {
  it('S17: no drift, but so few sales that the popular bars are passed', async () => {
    const { config, expected } = readExpected('S17')
    const truth = expected['D'] ?? {}
    const found = await runOn(productMixDrift, readScenario('S17'), {
      period: parsePeriod(String(config['periodB'])),
    })
    expect([found.outcome, found.summary['drift']]).toEqual(['ok', false])
    expect(found.summary['psi']).toBeCloseTo(Number(truth['psi']), 9)
    expect(found.summary['critical']).toBeCloseTo(Number(truth['critical']), 9)
    expect(found.summary['chiSquareP']).toBeCloseTo(Number(truth['chi2P']), 9)
  })

  it('growth: three times as many sales of everything', async () => {
    const found = await run({
      deals: [...won('2026-Q1', even), ...won('2026-Q2', { Core: 120, Plus: 90, Care: 90 })],
    })
    expect([found.outcome, found.findings]).toEqual(['ok', []])
  })

  it('a season: the same shift a year before', async () => {
    const found = await run({
      deals: [...won('2025-Q2', pushed), ...won('2026-Q1', even), ...won('2026-Q2', pushed)],
    })
    expect(found.outcome).toBe('watch')
    expect(found.findings.map(({ messageId }) => messageId)).toEqual(['mix-is-seasonal'])
    const yearly = await run(
      { deals: [...won('2025-Q2', pushed), ...won('2026-Q1', even), ...won('2026-Q2', pushed)] },
      { options: { compareTo: 'year-before' } },
    )
    expect(yearly.outcome).toBe('ok')
  })

  it('one whale: sales are counted, not money', async () => {
    const found = await run({
      deals: [
        ...won('2026-Q1', even),
        ...won('2026-Q2', { Core: 40, Plus: 29, Care: 30 }),
        ...won('2026-Q2', { Plus: 1 }, { amount: '9000000' }),
      ],
    })
    expect(found.outcome).toBe('ok')
  })

  it('a change of currency, credit notes, and sales without a product', async () => {
    const found = await run({
      deals: [
        ...won('2026-Q1', even),
        ...won('2026-Q2', even, { currency: 'USD' }),
        ...won('2026-Q2', { Plus: 40 }, { amount: '-1000' }),
        ...won('2026-Q2', { Plus: 25 }, { product: null }),
        ...won('2026-Q2', { Plus: 40 }, { status: 'lost' }),
      ],
    })
    expect([found.outcome, found.summary['sales']]).toEqual(['ok', 100])
    expect(found.notes).toContain('25 sales of the period without a product left out.')
  })

  it('a dozen sales: that is no verdict', async () => {
    const found = await run({
      deals: [...won('2026-Q1', { Core: 12 }), ...won('2026-Q2', { Plus: 12 })],
    })
    expect(found.outcome).toBe('insufficient-data')
    expect(found.reason).toBe('12 sales with a product in 2026-Q2, 20 are needed')
    expect(found.tables[0]?.rows).toHaveLength(2)
  })
})

describe('reads', () => {
  it('the newest quarter that is over, and not the running one', async () => {
    const deals = [...won('2026-Q1', even), ...won('2026-Q2', even), ...won('2026-Q3', { Plus: 50 })]
    const found = await run({ deals }, { asOf: '2026-08-20' })
    expect([found.summary['period'], found.summary['comparedTo']]).toEqual(['2026-Q2', '2026-Q1'])
  })

  it('invoices where deals name no product; renewals and credit notes are no sales', async () => {
    const bill = (quarter: string, counts: Readonly<Record<string, number>>, kind: string): Deal[] =>
      won(quarter, counts).map(({ deal_id = null, closed_on = null, product = null }) => ({
        invoice_id: deal_id,
        issued_on: closed_on,
        product,
        kind,
        status: 'paid',
      }))
    const found = await run({
      invoices: [
        ...bill('2026-Q1', even, 'new'),
        ...bill('2026-Q2', pushed, 'expansion'),
        ...bill('2026-Q2', { Core: 300 }, 'renewal'),
        ...bill('2026-Q2', { Core: 30 }, 'credit'),
      ],
    })
    expect([found.outcome, found.summary['sales']]).toEqual(['problem', 100])
    expect(found.findings[0]?.evidence.rows[0]?.table).toBe('invoices')
  })

  it('months when asked to', async () => {
    const april = won('2026-Q2', even, { closed_on: '2026-04-09' })
    const found = await run(
      { deals: [...april, ...won('2026-Q2', pushed)] },
      { period: parsePeriod('2026-05') },
    )
    expect([found.outcome, found.summary['comparedTo']]).toEqual(['problem', '2026-04'])
  })
})

it('a product gets the verdict that target-hit-nps-low gives it: the limits are the same', () => {
  const { compareTo, npsThreshold, gap, npsCeiling, minResponses, displayFloor } = targetHitNpsLow.options
  expect(
    [compareTo, npsThreshold, gap, npsCeiling, minResponses, displayFloor].map((one) => one.default),
  ).toEqual(['company', 0, 10, 50, 10, 5])
  expect(productMixDrift.options.attributionWindowDays.default).toBe(
    targetHitNpsLow.options.attributionWindowDays.default,
  )
})
