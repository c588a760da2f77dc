// The whole detector on a real engine: every way to record a conversion, every display, every edge of the calendar.
import { describe, expect, it } from 'vitest'
import { defaultOptions, runDetector } from '../../../src/analyze/run-detector.ts'
import { funnelOutpacesConversion as detector } from '../../../src/detectors/funnel-outpaces-conversion/index.ts'
import type { DetectorOutcome, Table } from '../../../src/report/index.ts'
import { detectorOutcome } from '../../../src/report/schemas.ts'
import { engineWith, readExpected, readScenario, runOn, type Data, type RunOptions } from '../scenario.ts'

type Rows = NonNullable<Data['leads']>

const leadsOf = (scenario: string): Rows => readScenario(scenario).leads ?? []
/** S38: 24 months of leads to 2024-12-31, the rate halves. */
const falling = leadsOf('S38')
/** S05: the same growth at a constant rate. */
const steady = leadsOf('S05')
const asOf = '2024-12-31'
const truth = (scenario: string): Record<string, number> =>
  (readExpected(scenario).expected['B'] ?? {}) as Record<string, number>

const run = async (data: Data, options: RunOptions = { asOf }): Promise<DetectorOutcome> => {
  const outcome = await runOn(detector, data, options)
  expect(() => detectorOutcome.parse(outcome)).not.toThrow()
  return outcome
}
const tableOf = ({ tables }: DetectorOutcome, id: string): Table => {
  const found = tables.find((table) => table.id === id)
  if (found === undefined) throw new Error(`no table ${id}`)
  return found
}
const column = (table: Table, id: string): unknown[] => {
  const at = table.columns.findIndex((one) => one.id === id)
  return table.rows.map((row) => row[at])
}
const numbers = ({ summary }: DetectorOutcome): number[] =>
  ['usableMonths', 'leadsGrowth', 'leadsGrowthP', 'gapSlope', 'gapP', 'totalGap'].map((name) =>
    Number(summary[name]),
  )
const expectTruth = (outcome: DetectorOutcome, scenario: string): void => {
  for (const name of ['usableMonths', 'leadsGrowth', 'leadsGrowthP', 'gapSlope', 'gapP', 'totalGap'])
    expect(outcome.summary[name]).toBeCloseTo(truth(scenario)[name] ?? Number.NaN, 6)
}

const without = (rows: Rows, ...names: string[]): Rows =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name))))
const changed = (
  rows: Rows,
  change: (row: Rows[number], at: number) => Record<string, string | null>,
): Rows => rows.map((row, at) => Object.assign({}, row, change(row, at)))
const undated = (rows: Rows): Rows => without(rows, 'converted_on')
const wonDeal = (lead: Rows[number], at: number): Record<string, string | null> => ({
  deal_id: `D${at}`,
  lead_id: lead['lead_id'] ?? null,
  status: 'won',
  created_on: lead['created_on'] ?? null,
  closed_on: lead['converted_on'] ?? null,
})
const wonDeals = (rows: Rows): Rows => rows.filter((lead) => lead['converted_on'] != null).map(wonDeal)

describe('the same funnel, however conversions are recorded', () => {
  it('deals that name their lead', async () => {
    const outcome = await run({ leads: undated(falling), deals: wonDeals(falling) })
    expect(outcome.outcome).toBe('problem')
    expectTruth(outcome, 'S38')
    expect(outcome.findings[0]?.sentence).toContain('wins within 90 days fell behind by 59 %')
    expect(outcome.notes.join(' ')).toContain('on the day its first deal was won')
  })

  it('leads that name their deal, a later deal of the same lead and deals of nobody', async () => {
    const named = changed(falling, (lead, at) => ({
      deal_id: lead['converted_on'] == null ? null : `D${at}`,
    }))
    const own = falling.map(wonDeal).filter((deal) => deal['closed_on'] !== null)
    const some = own.slice(0, 50)
    const others = [
      ...changed(some, (deal) => ({ deal_id: `again ${deal['deal_id']}`, closed_on: '2024-12-30' })),
      ...changed(some, (deal) => ({
        deal_id: `lost ${deal['deal_id']}`,
        status: 'lost',
        closed_on: '2023-01-01',
      })),
      ...changed(some, (deal) => ({ deal_id: `nobody ${deal['deal_id']}`, lead_id: null })),
    ]
    const both = await run({ leads: undated(named), deals: [...own, ...others] })
    expectTruth(both, 'S38')
    expect(both.outcome).toBe('problem')
    const byDeal = await run({ leads: undated(named), deals: without(own, 'lead_id') })
    expectTruth(byDeal, 'S38')
  })

  it('deals alone, created and won', async () => {
    const deals = falling.map((lead, at) => {
      const deal = wonDeal(lead, at)
      return deal['closed_on'] === null
        ? { ...deal, status: at % 2 === 0 ? 'open' : 'lost', closed_on: at % 2 === 0 ? null : '2024-06-01' }
        : deal
    })
    const outcome = await run({ deals })
    expect(outcome.outcome).toBe('problem')
    expectTruth(outcome, 'S38')
    expect(outcome.notes[0]).toBe(
      'There are no leads: new deals and the day each was won stand for the funnel.',
    )
    expect(outcome.findings[0]?.sentence).toContain(
      'New deals grew by 3.7 % a month, but wins within 90 days',
    )
    expect(outcome.findings[0]?.evidence.rows[0]?.table).toBe('deals')
  })

  it('a lost lead stays at risk: when it was lost changes nothing', async () => {
    const lost = changed(falling, (lead) => ({
      status: lead['converted_on'] == null ? 'Disqualified' : 'Converted',
    }))
    expect(numbers(await run({ leads: lost }))).toEqual(numbers(await run({ leads: falling })))
  })
})

const flagged = (rows: Rows): Rows =>
  changed(undated(rows), (_lead, at) => ({
    converted: rows[at]?.['converted_on'] == null ? 'false' : 'true',
  }))

const strangers = (rows: Rows): Rows => without(wonDeals(rows), 'lead_id')

describe('less than dates goes no further than watch', () => {
  it('flags on the leads', async () => {
    const outcome = await run({ leads: flagged(falling) })
    expect(outcome.outcome).toBe('watch')
    expect(outcome.findings.map(({ messageId, verdict }) => [messageId, verdict])).toEqual([
      ['totals-fell', 'watch'],
    ])
    expect(outcome.notes[0]).toContain('whether they converted, not when')
    // October to December are not wholly 90 days old.
    expect(outcome.summary['usableMonths']).toBe(21)
    expect(outcome.findings[0]?.evidence.rows[0]?.total).toBeGreaterThan(0)
  })
  it('flags at a constant rate stay clear though the newest leads had no time', async () =>
    expect((await run({ leads: flagged(steady) })).outcome).toBe('ok'))

  it('deals that name no lead: won deals per lead of the same month', async () => {
    const outcome = await run({ leads: undated(falling), deals: strangers(falling) })
    expect(outcome.outcome).toBe('watch')
    expect(outcome.notes[0]).toContain('won deals of a month are held against leads of the same month')
    const funnel = tableOf(outcome, 'funnel')
    expect(column(funnel, 'leads').slice(0, 3)).toEqual([105, 114, 121])
    const january = falling.filter((lead) => lead['converted_on']?.startsWith('2023-01')).length
    expect(column(funnel, 'conversions')[0]).toBe(january)
    expect(column(funnel, 'rate')[0]).toBeCloseTo(january / 105, 12)
    expect(outcome.findings[0]?.evidence.rows).toEqual([])
  })

  it('the same by week: a deal counts in the week it was won in', async () => {
    const outcome = await run(
      { leads: undated(falling), deals: strangers(falling) },
      { asOf, options: { bucket: 'week' } },
    )
    const funnel = tableOf(outcome, 'funnel')
    const week = funnel.rows.find(([label]) => label === '2023-W05')
    // Monday 30 January to Sunday 5 February.
    const won = falling.filter(
      ({ converted_on: day }) => day != null && day >= '2023-01-30' && day <= '2023-02-05',
    )
    expect(week?.[2]).toBe(won.length)
    expect(won.length).toBeGreaterThan(0)
  })

  it('leads alone are counted and not judged', async () => {
    const outcome = await run({ leads: undated(falling) })
    expect(outcome.outcome).toBe('skipped')
    expect(outcome.reason).toContain('converted_on')
    expect(column(tableOf(outcome, 'funnel'), 'leads').slice(0, 3)).toEqual([105, 114, 121])
  })
})

describe('evidence', () => {
  it('is the leads of the newest months with their full time that did not convert in it', async () => {
    const { findings } = await run({ leads: falling })
    const [rows] = findings[0]?.evidence.rows ?? []
    expect(rows?.table).toBe('leads')
    expect(rows?.total).toBe(581)
    expect(rows?.ids.length).toBe(50)
    expect(rows?.ids).toEqual(rows?.ids.toSorted())
    const byId = new Map(falling.map((lead) => [lead['lead_id'], lead]))
    for (const id of rows?.ids ?? []) expect(byId.get(id)?.['created_on']).toMatch(/^2024-0[789]/)
  })
  it('is absent where leads have no id', async () => {
    const { findings } = await run({ leads: without(falling, 'lead_id') })
    expect(findings[0]?.evidence.rows).toEqual([])
  })
})

const shownBy = async (bucket: string): Promise<DetectorOutcome> =>
  run({ leads: falling }, { asOf, options: { bucket } })

describe('display', () => {
  it('quarters add up the months and leave the verdict alone', async () => {
    const outcome = await shownBy('quarter')
    expectTruth(outcome, 'S38')
    const funnel = tableOf(outcome, 'funnel')
    expect(column(funnel, 'period').slice(0, 3)).toEqual(['2023-Q1', '2023-Q2', '2023-Q3'])
    expect(column(funnel, 'leads')).toEqual([340, 368, 406, 510, 553, 567, 676, 729])
    expect(column(funnel, 'conversions')).toEqual([100, 108, 77, 104, 101, 85, 95, 63])
    // October to December 2024: 223.452641 + 183.297035 + 48.831483 mature leads of the reference.
    expect(column(funnel, 'expectedMature').at(-1)).toBeCloseTo(455.581_160_3, 5)
  })
  it('weeks that are over, across months and years', async () => {
    const outcome = await shownBy('week')
    expectTruth(outcome, 'S38')
    const funnel = tableOf(outcome, 'funnel')
    const rows = new Map(funnel.rows.map((row) => [row[0], row.slice(1, 3)]))
    expect(funnel.rows.length).toBe(105)
    expect(rows.get('2022-W52')).toEqual([1, 0])
    expect(rows.get('2023-W01')).toEqual([28, 8])
    expect(rows.get('2024-W44')).toEqual([56, 5])
    expect(rows.get('2024-W52')).toEqual([63, 0])
    expect(rows.has('2025-W01')).toBe(false)
  })
})

/** What no scenario sets: only what happened from one day to another counts. */
async function boundedRun(since: string, until: string): Promise<DetectorOutcome> {
  const engine = await engineWith({ leads: falling })
  try {
    return await runDetector(
      detector,
      {
        engine,
        present: { has: (table, name) => table === 'leads' && name !== 'converted' && name !== 'deal_id' },
        asOf,
        horizon: () => asOf,
        period: null,
        since,
        until,
        words: { aliases: new Map() },
        rollups: new Map(),
        evidenceLimit: 5,
      },
      defaultOptions(detector),
    )
  } finally {
    await engine.close()
  }
}

describe('the calendar', () => {
  it('a short horizon needs less time', async () => {
    const outcome = await run({ leads: falling }, { asOf, options: { horizonDays: 30 } })
    const funnel = tableOf(outcome, 'funnel')
    expect(outcome.summary['horizonDays']).toBe(30)
    expect(column(funnel, 'conversions').slice(0, 2)).toEqual([21, 17])
    expect(column(funnel, 'expectedMature').slice(-2)[0]).toBe(248)
    expect(column(funnel, 'expectedMature').at(-1)).toBeCloseTo(89.400_842, 5)
  })

  it('a horizon nobody was watched for is said to be shorter', async () => {
    const outcome = await run({ leads: falling }, { asOf, options: { horizonDays: 1000 } })
    expect(outcome.notes.join(' ')).toContain(
      'No lead has been watched for 1000 days yet: what is called that covers 730 days.',
    )
  })

  it('a month that is not over is left out, and leads count until the day', async () => {
    const outcome = await run({ leads: falling }, { asOf: '2024-08-17' })
    const funnel = tableOf(outcome, 'funnel')
    expect(column(funnel, 'period').at(-1)).toBe('2024-07')
    expect(column(funnel, 'conversions').slice(-4)).toEqual([31, 38, 15, 15])
    for (const [at, mature] of [183, 205.463_365, 157.699_859, 118.737_812].entries())
      expect(column(funnel, 'expectedMature').slice(-4)[at]).toBeCloseTo(mature, 5)
    expect(outcome.notes.join(' ')).toContain('2024-08 was not over')
    expect(outcome.notes.join(' ')).toContain('left out: created after the data end')
  })

  it('conversions reach as far as the table that records them', async () => {
    // Deals were exported on 2024-08-17, leads on 2024-12-31: the later leads say nothing yet.
    const deals = wonDeals(falling).filter((deal) => (deal['closed_on'] ?? '') <= '2024-08-17')
    const outcome = await run({ leads: undated(falling), deals }, {})
    expect(outcome.notes.join(' ')).toContain('Data reach until 2024-08-17')
    expect(column(tableOf(outcome, 'funnel'), 'conversions').slice(-4)).toEqual([31, 38, 15, 15])
  })

  it('months after the last lead are not months without leads', async () => {
    // Leads were exported to the end of June, deals to the end of the year.
    const leads = falling.filter((lead) => (lead['created_on'] ?? '') <= '2024-06-30')
    const joined = await run({ leads: undated(leads), deals: wonDeals(falling) }, {})
    const single = await run({ leads }, { asOf })
    for (const outcome of [joined, single]) {
      const funnel = tableOf(outcome, 'funnel')
      expect(column(funnel, 'period').at(-1)).toBe('2024-06')
      expect(column(funnel, 'leads').at(-1)).toBe(177)
      expect(column(funnel, 'maturity').at(-1)).toBe(1)
      expect(outcome.notes.join(' ')).toContain('leads reach to the end of 2024-06')
      expect(outcome.outcome).toBe('problem')
    }
    expect(numbers(joined)).toEqual(numbers(single))
  })

  it('a lead file that stops within a month ends the months before it', async () => {
    const leads = falling.filter((lead) => (lead['created_on'] ?? '') <= '2024-06-12')
    const outcome = await run({ leads: undated(leads), deals: wonDeals(falling) }, {})
    expect(column(tableOf(outcome, 'funnel'), 'period').at(-1)).toBe('2024-05')
  })

  it('counting starts and ends where the user says, in whole months', async () => {
    const bounded = await boundedRun('2023-02-10', '2024-08-17')
    const funnel = tableOf(bounded, 'funnel')
    expect(column(funnel, 'period')[0]).toBe('2023-03')
    expect(column(funnel, 'period').at(-1)).toBe('2024-07')
    expect(column(funnel, 'leads').slice(0, 2)).toEqual([121, 114])
    expect(column(funnel, 'conversions').slice(-4)).toEqual([31, 38, 15, 15])
  })

  it('young leads are maturing, not falling', async () => {
    const outcome = await run({ leads: falling }, { asOf: '2023-03-31' })
    expect(outcome.outcome).toBe('insufficient-data')
    expect(column(tableOf(outcome, 'funnel'), 'status')).toEqual(['usable', 'usable', 'maturing'])
    expect(outcome.reason).toContain('only 2 of 3 months are old enough to be judged, and 6 are needed')
    expect(outcome.summary).toMatchObject({ usableMonths: 2, gapSlope: null, gapP: null, totalGap: null })
  })

  it('no month is over yet', async () => {
    const leads = [{ lead_id: '1', created_on: '2024-05-02', converted_on: '2024-05-03' }]
    const outcome = await run({ leads }, { asOf: '2024-05-20' })
    expect(outcome.outcome).toBe('insufficient-data')
    expect(outcome.reason).toContain('no month with leads was over on 2024-05-20')
  })
})

const copies = (count: number, row: Rows[number]): Rows => Array.from({ length: count }, () => row)
describe('few rows, and rows all alike', () => {
  const lead = {
    lead_id: 'L',
    source: 'web',
    created_on: '2024-01-31',
    converted_on: '2024-02-01',
    converted: 'true',
    deal_id: 'D',
  }
  const deal = {
    deal_id: 'D',
    lead_id: 'L',
    status: 'won',
    source: 'web',
    created_on: '2024-01-31',
    closed_on: '2024-02-01',
    amount: '10.50',
    currency: 'EUR',
  }
  const shapes: [string, (count: number) => Data][] = [
    ['leads with dates', (count) => ({ leads: copies(count, lead) })],
    [
      'leads and their deals',
      (count) => ({
        leads: without(copies(count, lead), 'converted_on'),
        deals: copies(count, deal),
      }),
    ],
    ['deals', (count) => ({ deals: copies(count, deal) })],
    ['flags', (count) => ({ leads: without(copies(count, lead), 'converted_on') })],
    [
      'leads beside deals',
      (count) => ({
        leads: without(copies(count, lead), 'converted_on', 'converted', 'deal_id'),
        deals: without(copies(count, deal), 'lead_id'),
      }),
    ],
    [
      'blank cells',
      (count) => ({
        leads: copies(count, {
          lead_id: null,
          created_on: null,
          converted_on: null,
          source: null,
        }),
      }),
    ],
  ]
  it.each(shapes.flatMap(([name, make]) => [1, 2, 100].map((count) => [name, count, make(count)] as const)))(
    '%s: %i',
    async (_shape, _count, data) => {
      const outcome = await run(data, { asOf: '2024-06-30' })
      expect(outcome.outcome).toBe('insufficient-data')
      expect(outcome.headline).toMatch(/^Whether /)
    },
  )
})

describe('awkward names', () => {
  it('sources of any spelling are kept apart', async () => {
    const names = ['__proto__', 'constructor', 'none', 'others', "O'Hara; DROP TABLE leads", '', null]
    const leads = changed(falling, (_row, at) => ({ source: names[at % names.length] ?? null }))
    const outcome = await run({ leads })
    const sources = column(tableOf(outcome, 'sources'), 'source')
    expect(sources.length).toBe(7)
    expect(new Set(sources)).toEqual(
      new Set(['(no source)', '', "O'Hara; DROP TABLE leads", '__proto__', 'constructor', 'none', 'others']),
    )
    expect(
      tableOf(outcome, 'sources').rows.reduce((sum, row) => sum + Number(row[1]) + Number(row[2]), 0),
    ).toBe(3903)
  })
  it('the largest sources are shown, the rest is taken together', async () => {
    const leads = changed(falling, (_row, at) => ({ source: `campaign ${at % 40}` }))
    const outcome = await run({ leads })
    const shown = column(tableOf(outcome, 'sources'), 'source')
    expect(shown.length).toBe(13)
    expect(shown).toContain('(all other sources)')
  })
})
