// Survey answers by owner, team and product: made once for all detectors that ask with the same window.
import { expect, it } from 'vitest'
import { defaultOptions, runDetector, type RunContext } from '../../src/analyze/run-detector.ts'
import { productMixDrift } from '../../src/detectors/product-mix-drift/index.ts'
import { targetHitNpsLow } from '../../src/detectors/target-hit-nps-low/index.ts'
import { engineWith, type Data } from '../detectors/scenario.ts'

const asOf = '2026-06-30'

const deal = (at: number, product: string, closed_on: string): Readonly<Record<string, string>> => ({
  deal_id: `D${at}`,
  status: 'won',
  customer: `Customer ${at}`,
  owner: 'Ann',
  product,
  closed_on,
  amount: '100',
  currency: 'EUR',
})

const data: Data = {
  deals: Array.from({ length: 60 }, (_, at) =>
    deal(at, at % 2 === 0 ? 'Core' : 'Plus', at < 30 ? '2026-02-10' : '2026-05-10'),
  ),
  // Nobody says which product was rated: the customer's latest deal does, 31 days before.
  surveys: Array.from({ length: 30 }, (_, at) => ({
    survey_id: `S${at}`,
    customer: `Customer ${30 + at}`,
    answered_on: '2026-06-10',
    score: at % 2 === 0 ? '10' : '2',
  })),
  targets: [
    {
      level: 'product',
      entity: 'Plus',
      grain: 'quarter',
      start_on: '2026-04-01',
      end_on: '2026-06-30',
      target_amount: '1000',
      currency: 'EUR',
    },
  ],
}

async function both(window: number): Promise<{ rollups: number; nps: unknown; verdict: unknown }> {
  const engine = await engineWith(data)
  try {
    const context: RunContext = {
      engine,
      present: {
        has: (table, column) =>
          data[table] !== undefined &&
          (column === undefined || (data[table] ?? []).some((row) => Object.hasOwn(row, column))),
      },
      asOf,
      horizon: () => asOf,
      period: null,
      since: null,
      until: null,
      words: { aliases: new Map() },
      rollups: new Map(),
      evidenceLimit: 5,
    }
    const options = { ...defaultOptions(productMixDrift), attributionWindowDays: window }
    // At the same time, as a run asks them.
    const [hit, mix] = await Promise.all([
      runDetector(targetHitNpsLow, context, defaultOptions(targetHitNpsLow)),
      runDetector(productMixDrift, context, options),
    ])
    const [table] = mix.tables
    const plus = table?.rows.find(([product]) => product === 'Plus') ?? []
    const at = (id: string): number => table?.columns.findIndex((column) => column.id === id) ?? -1
    expect([hit.outcome, hit.findings[0]?.subject[0]?.value]).toEqual(['problem', 'Plus'])
    expect(hit.findings[0]?.evidence.rows[0]?.total).toBe(15)
    return { rollups: context.rollups.size, nps: plus[at('nps')], verdict: plus[at('npsVerdict')] }
  } finally {
    await engine.close()
  }
}

it('detectors with the same window share one, and agree', async () => {
  // Bookings, targets, answers.
  expect(await both(365)).toEqual({ rollups: 3, nps: -1, verdict: 'problem' })
})

it('another window is another rollup, and neither disturbs the other', async () => {
  // 20 days before an answer nobody bought anything: no product has answers, so that no NPS column is shown.
  expect(await both(20)).toEqual({ rollups: 4, nps: undefined, verdict: 'insufficient-data' })
})
