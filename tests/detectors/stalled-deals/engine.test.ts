// Small businesses with a planted truth, from deals to the answer; and the scenarios computed by R.
import { describe, expect, it } from 'vitest'
import { stalledDeals } from '../../../src/detectors/stalled-deals/index.ts'
import type { DetectorOutcome } from '../../../src/report/index.ts'
import { readExpected, readScenario, runOn, type Data, type RunOptions } from '../scenario.ts'
import { closed, dataOf, daysAgo, lastDay, open, times, wins, type Deal } from './deals.ts'

const run = (deals: readonly Deal[], options: RunOptions = {}, more: Data = {}): Promise<DetectorOutcome> =>
  runOn(stalledDeals, dataOf(deals, more), { asOf: lastDay, ...options })

const cells = (outcome: DetectorOutcome, table: string, column: string): unknown[] => {
  const found = outcome.tables.find(({ id }) => id === table)
  const at = found?.columns.findIndex(({ id }) => id === column) ?? -1
  return found?.rows.map((row) => row[at]) ?? []
}

describe('finds', () => {
  // 25 deals of 5 days say nothing about wins; of 65 at risk one is won a day: 36 of 40 wins are there on day 45.
  it('half of the pipeline beyond the age by which 90 % of the wins happened', async () => {
    const found = await run([...wins(), ...times(25, () => open(5)), ...times(25, (at) => open(200 + at))])
    expect(found.outcome).toBe('problem')
    expect(found.findings[0]?.sentence).toBe(
      '25 of 50 open deals (50 %, 95 % interval 37-63 %) are older than 45 days, the age by which 90 % of all wins have happened; 25 of them are older than any deal that was ever closed (49 days).',
    )
    expect(found.findings[0]?.impact).toEqual([{ amount: 25_000, currency: 'EUR' }])
    expect(found.findings[0]?.evidence.rows[0]).toMatchObject({ table: 'deals', total: 25 })
    expect(found.summary).toMatchObject({ thresholdDays: 45, open: 50, stalled: 25, longestCycleDays: 49 })
  })

  it('an owner whose pipeline is dead while the company keeps the limit', async () => {
    const found = await run([
      ...wins(),
      ...times(60, () => open(5)),
      ...times(5, () => open(5, { owner: 'Bo Dahl' })),
      ...times(20, () => open(200, { owner: 'Bo Dahl' })),
    ])
    expect(found.outcome).toBe('watch')
    expect(found.findings.map(({ messageId, subject }) => [messageId, subject])).toEqual([
      ['owner-stalled', [{ column: 'owner', value: 'Bo Dahl' }]],
    ])
    expect(found.headline).toMatch(/; too many with 1 owner, first Bo Dahl \(20 of 25, 80 %\)\.$/)
    expect(found.findings[0]?.evidence.rows[0]?.total).toBe(20)
  })

  it('the same pipeline from whatever day on cycles are learned', async () => {
    const deals = [...wins(), ...times(25, () => open(5)), ...times(25, (at) => open(200 + at))]
    const found = await run(deals, { since: daysAgo(100) })
    expect(found.summary).toMatchObject({ open: 50, stalled: 25 })
    expect(found.outcome).toBe('problem')
    expect(found.notes.join(' ')).toMatch(/Open deals are all looked at/)
  })

  it('something to watch where the share is above the limit, but not clearly', async () => {
    const found = await run([...wins(), ...times(26, () => open(5)), ...times(14, () => open(200))])
    expect(found.outcome).toBe('watch')
    expect(found.findings[0]?.messageId).toBe('pipeline-may-be-stalled')
  })

  it('value at risk per currency, never added up', async () => {
    const found = await run([
      ...wins(),
      ...times(20, () => open(5)),
      ...times(20, () => open(200, { amount: '10.00' })),
      ...times(12, () => open(300, { amount: '7.50', currency: 'USD' })),
    ])
    expect(found.findings[0]?.impact).toEqual([
      { amount: 200, currency: 'EUR' },
      { amount: 90, currency: 'USD' },
    ])
    expect(found.headline).toContain('worth EUR 200; USD 90')
    expect(cells(found, 'owners', 'otherValues')).toEqual(['USD 90'])
  })

  it('deals past their close date and longer in a stage than any won deal', async () => {
    const won = times(25, (at) => closed('won', 40, 30 + at, { stage: 'Won' }))
    const waiting = open(60, { stage: 'Proposal', expected_close_on: daysAgo(3) })
    const fresh = open(60, { stage: 'Proposal', expected_close_on: lastDay })
    const move = (deal: Deal, entered: string): Deal => ({
      deal_id: deal['deal_id'] ?? null,
      stage: 'Proposal',
      entered_on: entered,
    })
    // Won deals stay 10 days in the stage: entered on day 30 of 40.
    const moves = [
      ...won.map((deal, at) => move(deal, daysAgo(40 + at))),
      move(waiting, daysAgo(11)),
      move(fresh, daysAgo(10)),
    ]
    const found = await run([...won, waiting, fresh], {}, { stage_history: moves })
    expect(found.outcome).toBe('insufficient-data')
    expect(found.summary).toMatchObject({ pastCloseDate: 1, longerInStageThanWon: 1 })
  })
})

describe('clear', () => {
  it('a growing pipeline is young, not dead', async () => {
    const found = await run([...wins(), ...times(100, (at) => open(at % 40)), ...times(8, () => open(90))])
    expect(found.outcome).toBe('ok')
    expect(found.findings).toEqual([])
    expect(found.summary['stalled']).toBe(8)
  })

  it('one whale is one deal, however large', async () => {
    const whale = open(300, { amount: '5000000.00' })
    const found = await run([...wins(), ...times(60, () => open(5)), whale])
    expect(found.outcome).toBe('ok')
    expect(found.summary['stalledValue']).toEqual([{ amount: 5_000_000, currency: 'EUR' }])
  })

  it('twelve open deals are too few to judge, even if ten are old', async () => {
    const found = await run([...wins(), ...times(10, () => open(200)), open(5), open(6)])
    expect(found.outcome).toBe('insufficient-data')
    expect(found.reason).toBe('12 open deals with a creation day, 20 are needed to judge')
    expect(cells(found, 'owners', 'stalled')).toEqual([10])
  })

  it('nineteen wins do not say how long a win takes', async () => {
    const found = await run([
      ...times(19, (at) => closed('won', 10 + at)),
      ...times(40, () => closed('lost', 20)),
      ...times(40, () => open(400)),
    ])
    expect(found.outcome).toBe('insufficient-data')
    expect(found.summary).toMatchObject({ thresholdDays: null, stalled: null })
    expect(cells(found, 'owners', 'open')).toEqual([40])
  })

  it('an export of closed deals only has no pipeline to judge', async () => {
    const found = await run(wins())
    expect(found.outcome).toBe('insufficient-data')
    expect(found.headline).toBe('There are no open deals to look at.')
  })

  it('slow losses do not make open deals look younger', async () => {
    // 40 wins by day 49; 200 losses after a year each: still 45 or a little more, not the year of the losses.
    const found = await run([
      ...wins(),
      ...times(200, () => closed('lost', 360)),
      ...times(60, () => open(20)),
      ...times(5, () => open(200)),
    ])
    expect(found.outcome).toBe('ok')
    expect(Number(found.summary['thresholdDays'])).toBeLessThan(50)
  })
})

describe('the day looked at', () => {
  it('a deal closed after it was open on it, and one created after it was not there', async () => {
    const deals = [...wins(), closed('won', 300, 5), open(3), ...times(20, () => open(40))]
    const found = await run(deals, { asOf: daysAgo(10) })
    expect(found.summary['open']).toBe(21)
    expect(found.notes).toContain('1 deal closed after the last day looked at: counted as open.')
    expect(found.notes).toContain('1 deal created after the last day of the data: left out.')
  })

  it('deals without the days needed are counted aside', async () => {
    const found = await run([
      ...wins(),
      ...times(20, () => open(5)),
      open(0, { created_on: null }),
      closed('lost', -4),
      closed('won', 3, 1, { closed_on: null }),
    ])
    expect(found.outcome).toBe('ok')
    expect(found.notes).toContain('1 deal open without a creation day: not aged, and in no share.')
    expect(found.notes).toContain('1 deal closed before the creation: left out.')
    expect(found.notes).toContain('1 deal won or lost without a creation or closing day: left out.')
  })
})

describe('every planted scenario comes out as planted', () => {
  it.each(['S19', 'S29'])('%s', async (id) => {
    const { config, expected } = readExpected(id)
    const truth = expected['D'] ?? {}
    const { outcome, summary } = await runOn(stalledDeals, readScenario(id), {
      asOf: String(config['exportDate']),
    })
    expect(outcome === 'problem').toBe(truth['problem'])
    for (const name of ['thresholdDays', 'open', 'stalled'])
      expect([name, summary[name]]).toEqual([name, truth[name]])
    expect(summary['stalledShare']).toBeCloseTo(Number(truth['stalledShare']), 12)
  })
})
