// What to export next: the shortest way first, one line for one export.
import { describe, expect, it } from 'vitest'
import { unlocksOf } from '../../src/analyze/unlocks.ts'
import type { Columns, Detector, Present } from '../../src/detectors/detector.ts'
import { detectors } from '../../src/detectors/index.ts'
import type { DetectorOutcome } from '../../src/report/index.ts'

const present = (tables: Readonly<Record<string, readonly string[]>>): Present => ({
  has: (table, column) =>
    tables[table] !== undefined && (column === undefined || tables[table].includes(column)),
})

const asking = (id: string, ...required: Columns[]): Detector => {
  const [first] = detectors
  if (first === undefined) throw new Error('no detector')
  return { ...first, id, needs: { required } }
}

const came = (detector: string, outcome: DetectorOutcome['outcome'] = 'skipped'): DetectorOutcome => ({
  detector,
  question: `${detector}?`,
  outcome,
  headline: '',
  reason: outcome === 'ok' ? null : 'because',
  summary: {},
  findings: [],
  tables: [],
  notes: [],
  advice: '',
})

const sentences = (
  asked: readonly Detector[],
  outcomes: readonly DetectorOutcome[],
  tables: Readonly<Record<string, readonly string[]>>,
): string[] => unlocksOf(asked, outcomes, present(tables)).map(({ sentence }) => sentence)

describe('what a further export would unlock', () => {
  const paid = asking('paid-before-confirmed', { invoices: ['incentive_paid_on', 'confirmed_on'] })
  const funnel = asking(
    'funnel-outpaces-conversion',
    { leads: ['created_on', 'converted_on'] },
    { deals: ['created_on', 'status', 'closed_on'] },
  )

  it('is a column where the export is there', () => {
    expect(
      sentences([paid], [came('paid-before-confirmed')], { invoices: ['incentive_paid_on', 'amount'] }),
    ).toEqual(['add a column for confirmed on to the invoices: paid-before-confirmed could then run'])
  })

  it('is a whole export where it is not, with the columns that are needed', () => {
    const [way] = unlocksOf([paid], [came('paid-before-confirmed')], present({ deals: ['status'] }))
    expect(way).toEqual({
      detectors: ['paid-before-confirmed'],
      missing: [{ table: 'invoices', columns: ['incentive_paid_on', 'confirmed_on'], present: false }],
      sentence:
        'add an export of invoices (incentive paid on, confirmed on): paid-before-confirmed could then run',
    })
  })

  it('takes the nearest of several ways', () => {
    expect(
      sentences([funnel], [came('funnel-outpaces-conversion')], { deals: ['status', 'closed_on'] }),
    ).toEqual(['add a column for created on to the deals: funnel-outpaces-conversion could then run'])
  })

  it('puts a column before an export, a small export before a large one, and one line for the same export', () => {
    const asked = [
      asking('needs-two', { targets: ['target_amount', 'start_on'], surveys: ['score'] }),
      asking('needs-surveys', { surveys: ['score', 'kind'] }),
      paid,
      asking('needs-score', { surveys: ['score'] }),
      asking('also-score', { surveys: ['score'] }),
    ]
    expect(
      sentences(
        asked,
        asked.map(({ id }) => came(id)),
        { invoices: ['confirmed_on'] },
      ),
    ).toEqual([
      'add a column for incentive paid on to the invoices: paid-before-confirmed could then run',
      'add an export of surveys (score): needs-score and also-score could then run',
      'add an export of surveys (score, kind): needs-surveys could then run',
      'add an export of targets (target amount, start on) and an export of surveys (score): needs-two could then run',
    ])
  })

  it('is nothing for questions that were answered, failed, or were skipped for what the rows say', () => {
    const tables = { invoices: ['incentive_paid_on', 'confirmed_on'], deals: ['status'] }
    expect(sentences([paid], [came('paid-before-confirmed')], tables)).toEqual([])
    expect(sentences([funnel], [came('funnel-outpaces-conversion', 'ok')], tables)).toEqual([])
    expect(sentences([funnel], [came('funnel-outpaces-conversion', 'failed')], tables)).toEqual([])
  })

  it('is another source of rows for a question that had too few, never one more column', () => {
    const few = [came('funnel-outpaces-conversion', 'insufficient-data')]
    const deals = ['created_on', 'status', 'closed_on']
    expect(sentences([funnel], few, { deals })).toEqual([
      'add an export of leads (created on, converted on): funnel-outpaces-conversion could then be answered from other rows',
    ])
    expect(sentences([funnel], few, { deals, leads: ['created_on'] })).toEqual([])
  })

  it('comes after what would let a skipped question run at all', () => {
    const outcomes = [came('funnel-outpaces-conversion', 'insufficient-data'), came('needs-two')]
    const two = asking('needs-two', { targets: ['start_on'], surveys: ['score'] })
    expect(
      unlocksOf([funnel, two], outcomes, present({ deals: ['created_on', 'status', 'closed_on'] })).map(
        (way) => way.detectors,
      ),
    ).toEqual([['needs-two'], ['funnel-outpaces-conversion']])
  })

  it('finds a way for every detector there is, from nothing at all', () => {
    const found = unlocksOf(
      detectors,
      detectors.map(({ id }) => came(id)),
      present({}),
    )
    expect(found.flatMap((way) => way.detectors).toSorted()).toEqual(detectors.map(({ id }) => id).toSorted())
    for (const { sentence } of found) expect(sentence).toMatch(/^add an export of [^:_]+: .+ could then run$/)
  })
})
