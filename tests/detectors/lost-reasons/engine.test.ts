// The whole detector on a real engine: queries, decision, sentences and the rows behind each finding.
import { describe, expect, it } from 'vitest'
import { lostReasons } from '../../../src/detectors/lost-reasons/index.ts'
import type { DetectorOutcome, Scalar } from '../../../src/report/index.ts'
import { detectorOutcome } from '../../../src/report/schemas.ts'
import { parsePeriod } from '../../../src/schema/index.ts'
import { runOn, type Data } from '../scenario.ts'
import { lostDeals } from './losses.ts'

const cells = (outcome: DetectorOutcome, table: string, column: string): (Scalar | undefined)[] => {
  const found = outcome.tables.find(({ id }) => id === table)
  const index = found?.columns.findIndex(({ id }) => id === column) ?? -1
  return found?.rows.map((row) => row[index]) ?? []
}

const full = {
  customer: 'Acme',
  owner: 'Ann',
  team: 'North',
  product: 'Core',
  segment: 'SMB',
  source: 'Web',
  competitor: 'Globex',
  stage: 'Proposal',
  closed_on: '2025-11-10',
  amount: '100.50',
  currency: 'EUR',
  lost_reason: 'Price',
}

describe('degenerate tables are answered, not crashed on', () => {
  it.each([0, 1, 2, 100])('%i identical rows', async (rows) => {
    const deals =
      rows === 0 ? [{ ...full, deal_id: 'X', status: 'open', closed_on: null }] : lostDeals(rows, full)
    const outcome = await runOn(lostReasons, { deals })
    expect(() => detectorOutcome.parse(outcome)).not.toThrow()
    expect(outcome.outcome).toBe('insufficient-data')
    expect(outcome.summary).toMatchObject({ lostDeals: rows, topCount: rows, topConfident: false })
    expect(outcome.findings).toEqual([])
  })

  it('deals without status and reasons', async () => {
    const outcome = await runOn(lostReasons, { deals: [{ deal_id: 'X', amount: '1' }] })
    expect(outcome.outcome).toBe('skipped')
    expect(outcome.reason).toContain('no column for status and lost_reason')
  })

  it('dates, amounts, owners and reasons that are all missing', async () => {
    const nothing = Object.fromEntries(Object.keys(full).map((column) => [column, null]))
    const outcome = await runOn(lostReasons, { deals: lostDeals(30, nothing) })
    expect(outcome.outcome).toBe('insufficient-data')
    expect(outcome.headline).toBe('None of 30 lost deals carries a reason.')
  })

  it('a reason of 200 kB is one reason, shown by its beginning', async () => {
    const long = `Too expensive. ${'They went on and on about it. '.repeat(7000)}`
    const outcome = await runOn(lostReasons, {
      deals: [...lostDeals(2, { ...full, lost_reason: long }, 'L'), ...lostDeals(30, full)],
    })
    expect(cells(outcome, 'ranking', 'deals')).toEqual([30, 2])
    const [, shown] = cells(outcome, 'ranking', 'reason')
    expect(shown).toHaveLength(120)
    expect(shown).toMatch(/^Too expensive\. They went on .*…$/)
    expect(JSON.stringify(outcome).length).toBeLessThan(40_000)
  })

  it('reasons that are hostile stay data', async () => {
    const names = ['__proto__', 'constructor', "'); DROP TABLE deals_rows; --", '=cmd()', '\u001B[2J']
    const deals = names.flatMap((name, index) =>
      lostDeals(9 - index, { ...full, lost_reason: name }, `P${index}`),
    )
    const outcome = await runOn(lostReasons, { deals })
    expect(cells(outcome, 'ranking', 'reason')).toEqual(names)
    expect(cells(outcome, 'ranking', 'deals')).toEqual([9, 8, 7, 6, 5])
  })
})

const quarters: Data = {
  deals: [
    ...lostDeals(10, { ...full, closed_on: '2025-08-10', lost_reason: ' PRICE' }, 'A'),
    ...lostDeals(50, { ...full, closed_on: '2025-08-20', lost_reason: 'Bad timing' }, 'B'),
    ...lostDeals(30, { ...full, closed_on: '2025-11-05', lost_reason: 'Price' }, 'C'),
    ...lostDeals(30, { ...full, closed_on: '2025-12-30', lost_reason: 'Bad timing' }, 'D'),
    ...lostDeals(1, { ...full, closed_on: '2025-11-05', lost_reason: 'pirce', amount: '-5' }, 'E'),
    ...lostDeals(40, { ...full, closed_on: '2025-12-01', status: 'won', lost_reason: null }, 'W'),
  ],
}

describe('two quarters', () => {
  it('a rise names its deals, its money and its numbers', async () => {
    const { outcome, findings, tables, headline } = await runOn(lostReasons, quarters)
    expect(outcome).toBe('problem')
    expect(findings).toHaveLength(1)
    const [found] = findings
    expect(found?.sentence).toMatch(
      /^Price rose from 10 of 60 lost deals with a reason \(17 %\) in the period 2025-Q3 to 31 of 61 \(51 %\) in the period 2025-Q4: \+34 points/,
    )
    expect(found?.impact).toEqual([{ amount: 30 * 100.5, currency: 'EUR' }])
    expect(found?.evidence.rows).toMatchObject([{ table: 'deals', total: 31 }])
    expect(found?.evidence.rows[0]?.ids.slice(0, 2)).toEqual(['C0001', 'C0002'])
    expect(found?.evidence.rows[0]?.ids.at(-1)).toBe('E0001')
    expect(headline).toContain('Price rose from 17 % to 51 %')
    const ranking = tables.find(({ id }) => id === 'ranking')
    const closed = ranking?.columns.findIndex(({ id }) => id === 'ofClosed') ?? -1
    // 80 and 41 of 121 lost and 40 won deals.
    expect(ranking?.rows.map((row) => row[closed])).toEqual([80 / 161, 41 / 161])
  })

  it('a period asked for is ranked alone and compared with the one before', async () => {
    const outcome = await runOn(lostReasons, quarters, { period: parsePeriod('2025-Q4') })
    expect(outcome.summary).toMatchObject({ lostDeals: 61, topCount: 31, changed: ['Price', 'Bad timing'] })
    expect(outcome.findings[0]?.sentence).toContain('from 10 of 60')
  })

  it('a split date puts that day on the later side', async () => {
    const outcome = await runOn(lostReasons, quarters, { options: { splitDate: '2025-11-05' } })
    expect(cells(outcome, 'change', 'before')).toEqual([50, 10])
    expect(cells(outcome, 'change', 'after')).toEqual([30, 31])
    const earlier = await runOn(lostReasons, quarters, { options: { splitDate: '2020-01-01' } })
    expect(earlier.outcome).toBe('insufficient-data')
    expect(earlier.reason).toContain('no loss with a reason falls into the period before 2020-01-01')
  })

  it('what lies after the day the data reach is left out and said', async () => {
    const outcome = await runOn(lostReasons, quarters, { asOf: '2025-11-30' })
    expect(outcome.summary).toMatchObject({ lostDeals: 91, topReason: 'Bad timing', topCount: 50 })
    expect(outcome.notes).toContain('30 lost deals lie after the day the data reach: left out.')
  })

  it('rows in any order give the same bytes', async () => {
    const deals = quarters.deals ?? []
    const shuffled = deals.toSorted((a, b) =>
      String(a['deal_id']).slice(1).localeCompare(String(b['deal_id']).slice(1)),
    )
    const [first, second] = [
      await runOn(lostReasons, { deals }),
      await runOn(lostReasons, { deals: shuffled.toReversed() }),
    ]
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
  })
})

describe('segments', () => {
  it('an owner under two spellings is one segment, shown as the export writes it', async () => {
    const outcome = await runOn(lostReasons, {
      deals: [
        ...lostDeals(20, { ...full, owner: 'Bob Ray', lost_reason: 'Price' }, 'A'),
        ...lostDeals(20, { ...full, owner: 'bob  ray', lost_reason: 'Price' }, 'B'),
        ...lostDeals(10, { ...full, owner: 'Bob Ray', lost_reason: 'Timing' }, 'C'),
        ...lostDeals(8, { ...full, owner: 'Cy', lost_reason: 'Price' }, 'D'),
        ...lostDeals(40, { ...full, owner: 'Cy', lost_reason: 'Timing' }, 'E'),
        ...lostDeals(2, { ...full, owner: 'Cy', lost_reason: 'n/a' }, 'F'),
      ],
    })
    expect(outcome.outcome).toBe('watch')
    expect(outcome.summary['lifted']).toEqual(['Timing', 'Price'])
    const price = outcome.findings.find(({ subject }) => subject[0]?.value === 'Price')
    expect(price?.sentence).toMatch(
      /^Price is named 4\.8 times as often in owner Bob Ray, 40 of 50 lost deals with a reason \(80 %\), as elsewhere, 8 of 48 \(17 %\)/,
    )
    expect(price?.evidence.rows).toMatchObject([{ table: 'deals', total: 40 }])
    expect(price?.impact).toEqual([{ amount: 4020, currency: 'EUR' }])
    expect(cells(outcome, 'coverage-by-owner', 'owner')).toEqual(['Cy', 'Bob Ray'])
    expect(cells(outcome, 'coverage-by-owner', 'reasoned')).toEqual([48, 50])
  })

  it('a spelling that only administrative rows have is not how an owner is shown', async () => {
    const outcome = await runOn(lostReasons, {
      deals: [
        ...lostDeals(40, { ...full, owner: 'Bob Ray', lost_reason: 'Price' }, 'A'),
        ...lostDeals(10, { ...full, owner: 'Bob Ray', lost_reason: 'Timing' }, 'B'),
        ...lostDeals(3, { ...full, owner: 'BOB RAY', lost_reason: 'Duplicate' }, 'C'),
        ...lostDeals(50, { ...full, owner: 'Cy', lost_reason: 'Timing' }, 'D'),
      ],
    })
    expect(cells(outcome, 'coverage-by-owner', 'owner')).toEqual(['Bob Ray', 'Cy'])
  })

  it('only the fifty largest owners are compared, the others are part of the rest', async () => {
    const deals = Array.from({ length: 60 }, (_, index) =>
      lostDeals(index < 50 ? 3 : 1, { ...full, owner: `Owner ${index}` }, `O${index}-`),
    ).flat()
    const outcome = await runOn(lostReasons, {
      deals: [...deals, ...lostDeals(20, { ...full, owner: null, lost_reason: 'Timing' }, 'N')],
    })
    expect(outcome.outcome).toBe('insufficient-data')
    expect(cells(outcome, 'coverage-by-owner', 'owner')).toHaveLength(50)
  })
})

describe('the stage at loss', () => {
  it('is the last other stage of the history where the deal itself only says lost', async () => {
    const outcome = await runOn(lostReasons, {
      deals: [
        ...lostDeals(3, { ...full, stage: 'Closed Lost' }, 'A'),
        ...lostDeals(1, { ...full, stage: 'Discovery' }, 'B'),
        ...lostDeals(1, { ...full, stage: 'Verloren' }, 'C'),
      ],
      stage_history: ['A0001', 'A0002', 'C0001'].flatMap((deal_id) => [
        { deal_id, stage: 'Discovery', entered_on: '2025-10-01' },
        { deal_id, stage: 'Negotiation', entered_on: '2025-10-20' },
        { deal_id, stage: deal_id === 'C0001' ? 'Verloren' : 'Closed Lost', entered_on: '2025-11-10' },
      ]),
    })
    expect(cells(outcome, 'stages', 'stage')).toEqual(['Negotiation', 'Discovery'])
    expect(cells(outcome, 'stages', 'deals')).toEqual([3, 1])
    expect(cells(outcome, 'ranking', 'stage')).toEqual(['Negotiation, 3 of 4'])
  })

  it('is taken from its own column first', async () => {
    const outcome = await runOn(lostReasons, {
      deals: [
        ...lostDeals(2, { ...full, stage: 'Closed Lost', lost_stage: 'Demo' }, 'A'),
        ...lostDeals(1, { ...full, stage: 'Proposal', lost_stage: null }, 'B'),
      ],
    })
    expect(cells(outcome, 'stages', 'stage')).toEqual(['Demo', 'Proposal'])
  })
})

describe('customers and leads', () => {
  const left = { status: 'churned', churn_reason: 'Price too high', churn_category: 'Price' }
  const customers = [
    ...lostDeals(30, left),
    ...lostDeals(12, { ...left, churn_reason: 'Moved', churn_category: 'Other' }),
    ...lostDeals(5, { ...left, churn_reason: null, churn_category: null }),
    ...lostDeals(90, { status: 'active', churn_reason: null, churn_category: null }),
  ]

  it('churned customers are ranked by reason and by category', async () => {
    const outcome = await runOn(lostReasons, { customers })
    expect(outcome.outcome).toBe('insufficient-data')
    expect(outcome.summary).toMatchObject({
      lostDeals: 0,
      topReason: null,
      churned: {
        customers: 47,
        coverage: 42 / 47,
        topReason: 'Price too high',
        topCount: 30,
        topConfident: true,
        categories: [{ category: 'Price', customers: 30, share: 1 }],
      },
    })
    expect(outcome.tables.map(({ id }) => id)).toEqual([
      'ranking-churned',
      'ranking-churn-category',
      'set-aside-churn-category',
    ])
  })

  it('churned customers never mix with lost deals', async () => {
    const outcome = await runOn(lostReasons, { customers, ...quarters })
    expect(outcome.outcome).toBe('problem')
    expect(outcome.summary).toMatchObject({
      lostDeals: 121,
      topReason: 'Bad timing',
      churned: { customers: 47 },
    })
    expect(cells(outcome, 'ranking', 'reason')).toEqual(['Bad timing', 'Price'])
    expect(cells(outcome, 'ranking-churned', 'reason')).toEqual(['Price too high', 'Moved'])
  })

  it('a few churned customers do not take back what the deals say', async () => {
    const steady = quarters.deals?.filter(({ deal_id }) => !/^[ACE]/.test(String(deal_id))) ?? []
    const outcome = await runOn(lostReasons, { customers: customers.slice(0, 10), deals: steady })
    expect(outcome.outcome).toBe('ok')
    expect(outcome.notes).toContain(
      'Lost customers: not judged: 10 of 10 lost customers carry a reason, 20 are needed to judge; record why each one was lost.',
    )
  })

  const leads = Array.from({ length: 40 }, (_, index) => ({
    lead_id: `L${index}`,
    converted: index < 5 ? 'true' : 'false',
    lost_reason: index % 4 === 3 ? null : index % 2 === 0 ? 'Not interested' : 'Ringing',
  }))

  it('leads answer where no deal carries a reason', async () => {
    const outcome = await runOn(lostReasons, { leads })
    expect(outcome.summary).toMatchObject({
      lostDeals: 0,
      leads: { topReason: 'Not interested', coverage: null },
    })
    expect(outcome.tables[0]?.id).toBe('ranking-leads')
    const both = await runOn(lostReasons, { leads, ...quarters })
    expect(both.summary['leads']).toBeUndefined()
  })
})

it('coverage that is too low lists the deals without a reason and what they are worth', async () => {
  const outcome = await runOn(lostReasons, {
    deals: [
      ...lostDeals(30, full, 'A'),
      ...lostDeals(20, { ...full, lost_reason: null, amount: '10' }, 'B'),
      ...lostDeals(10, { ...full, lost_reason: 'Unknown', amount: '1', currency: 'USD' }, 'C'),
    ],
  })
  expect(outcome.outcome).toBe('watch')
  const [found] = outcome.findings
  expect(found?.sentence).toBe(
    'Only 30 of 60 lost deals (50 %, 95 % interval 38-62 %) carry a reason: under 70 % no reason is called number one.',
  )
  expect(found?.impact).toEqual([
    { amount: 200, currency: 'EUR' },
    { amount: 10, currency: 'USD' },
  ])
  expect(found?.evidence.rows).toMatchObject([{ table: 'deals', total: 30 }])
})
