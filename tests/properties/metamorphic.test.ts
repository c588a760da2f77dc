// The same business written another way gives the same answers: no oracle is needed to see that a reading is wrong.
//
// A few businesses are drawn by default; SALESCHECK_PROPERTY_RUNS says how many for each property.
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Report } from '../../src/report/index.ts'
import { businessOf, type Business, type Table } from './business.ts'
import { analysed, csv, plain, rowsUsed, verdicts, type Files, type Writing } from './judgement.ts'

const numRuns = Number(process.env['SALESCHECK_PROPERTY_RUNS'] ?? 1)
vi.setConfig({ testTimeout: 60_000 * numRuns })
const seeds = fc.integer({ min: 1, max: 1_000_000 })

const year = 2024
const names = ['deals', 'leads', 'surveys', 'targets'] as const

const filesOf = (
  business: Business,
  write: (table: Table, name: string) => string | Buffer = (table) => csv(table),
): Files => Object.fromEntries(names.map((name) => [`${name}.csv`, write(business[name], name)]))

// Every property looks at the same few businesses: each is analysed once as it is.
const known = new Map<number, Promise<Report>>()
function asItIs(seed: number): Promise<Report> {
  const found = known.get(seed) ?? analysed(filesOf(businessOf({ seed, year, scale: 1 })))
  known.set(seed, found)
  return found
}

const forBusinesses = (
  check: (business: Business, report: Report, seed: number) => Promise<void>,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(seeds, async (seed) =>
      check(businessOf({ seed, year, scale: 1 }), await asItIs(seed), seed),
    ),
    { numRuns, seed: 20260105 },
  )

/** Rows in another order that the seed tells; the header stays. */
function shuffled([header, ...rows]: Table, seed: number): Table {
  const places = rows.map((row, at) => ({ row, place: Math.imul(at + seed, 2_654_435_761) >>> 0 }))
  return [header ?? [], ...places.sort((a, b) => a.place - b.place).map(({ row }) => row)]
}

const columnsTurned = (table: Table): Table => table.map((row) => row.toReversed())

it('the businesses drawn here are judged, not passed over', async () => {
  await forBusinesses(async (_, report) => {
    expect(rowsUsed(report)['deals']).toBe(420)
    const judged = report.outcomes.filter(({ outcome }) => outcome !== 'skipped' && outcome !== 'failed')
    expect(judged.map(({ detector }) => detector)).toEqual(
      expect.arrayContaining(['funnel-outpaces-conversion', 'lost-reasons', 'target-hit-nps-low']),
    )
    expect(report.outcomes.some(({ findings }) => findings.length > 0)).toBe(true)
  })
})

const writings: readonly (readonly [
  name: string,
  writing: Writing,
  dress: (text: string) => string | Buffer,
])[] = [
  ['with a byte order mark', plain, (text) => `\ufeff${text}`],
  ['with CRLF', { ...plain, newline: '\r\n' }, (text) => text],
  ['with lone carriage returns', { ...plain, newline: '\r' }, (text) => text],
  ['separated by semicolons', { ...plain, delimiter: ';' }, (text) => text],
  ['separated by tabs', { ...plain, delimiter: '\t' }, (text) => text],
  ['separated by bars', { ...plain, delimiter: '|' }, (text) => text],
  ['with every cell quoted', { ...plain, always: true }, (text) => text],
  [
    'in UTF-16',
    { ...plain, delimiter: '\t', newline: '\r\n' },
    (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  ],
  ['in Windows-1252', plain, (text) => Buffer.from(text, 'latin1')],
  ['packed', plain, (text) => gzipSync(text)],
  ['without a last line end', plain, (text) => text.slice(0, -1)],
]

describe('the answers are the same', () => {
  it.each(writings)('%s', async (_, writing, dress) => {
    await forBusinesses(async (business, report) => {
      const other = await analysed(filesOf(business, (table) => dress(csv(table, writing))))
      expect(other.outcomes).toEqual(report.outcomes)
      expect(rowsUsed(other)).toEqual(rowsUsed(report))
    })
  })

  it('with the rows in another order', async () => {
    await forBusinesses(async (business, report, seed) => {
      const other = await analysed(filesOf(business, (table) => csv(shuffled(table, seed))))
      expect(other.outcomes).toEqual(report.outcomes)
    })
  })

  it('with the columns in another order', async () => {
    await forBusinesses(async (business, report) => {
      const other = await analysed(filesOf(business, (table) => csv(columnsTurned(table))))
      expect(other.outcomes).toEqual(report.outcomes)
    })
  })

  it('with every file split into two', async () => {
    await forBusinesses(async (business, report) => {
      const halves = names.flatMap((name) => {
        const [header = [], ...rows] = business[name]
        const half = Math.floor(rows.length / 2)
        return [
          [`${name}-1.csv`, csv([header, ...rows.slice(0, half)])],
          [`${name}-2.csv`, csv([header, ...rows.slice(half)])],
        ] as const
      })
      const other = await analysed(Object.fromEntries(halves))
      expect(other.outcomes).toEqual(report.outcomes)
      expect(rowsUsed(other)).toEqual(rowsUsed(report))
    })
  })

  it('with every file given twice: the second time its rows are set aside', async () => {
    await forBusinesses(async (business, report) => {
      const { deals, leads, surveys, targets } = business
      const other = await analysed({
        'deals.csv': csv(deals),
        'leads.csv': csv(leads),
        'surveys.csv': csv(surveys),
        'targets.csv': csv(targets),
        'again/deals.csv': csv(deals),
        'again/leads.csv': csv(leads),
        'again/surveys.csv': csv(surveys),
      })
      expect(other.outcomes).toEqual(report.outcomes)
      expect(rowsUsed(other)).toEqual(rowsUsed(report))
    })
  })

  it('with an unusable row more, which is rejected', async () => {
    await forBusinesses(async (business, report) => {
      const bad = ['D9999', 'Account 01, Inc.', 'Ann Lee', 'Closed Won', '2025-02-30', '2025-03-01', '10', '']
      const other = await analysed(filesOf({ ...business, deals: [...business.deals, bad] }))
      expect(other.outcomes).toEqual(report.outcomes)
      expect(other.sources[0]?.rows).toMatchObject({ read: 421, used: 420, rejected: 1 })
    })
  })

  it('with titles above and totals below', async () => {
    await forBusinesses(async (business, report) => {
      const framed = (table: Table, name: string): string =>
        name === 'deals'
          ? `Pipeline report,,,,,,,\n,,,,,,,\n${csv(table)},,,,,,,\nGrand Totals (420 records),,,,,,,\n`
          : csv(table)
      const other = await analysed(filesOf(business, framed))
      expect(other.outcomes).toEqual(report.outcomes)
    })
  })
})

describe('the verdicts are the same', () => {
  it('with all amounts and targets a hundred times as large', async () => {
    await forBusinesses(async (_, report, seed) => {
      const other = await analysed(filesOf(businessOf({ seed, year, scale: 100 })))
      expect(verdicts(other)).toEqual(verdicts(report))
    })
  })

  // In 28 years the calendar is the same, weekdays and leap days included.
  it('28 years earlier', async () => {
    await forBusinesses(async (_, report, seed) => {
      const other = await analysed(filesOf(businessOf({ seed, year: year - 28, scale: 1 })))
      expect(verdicts(other)).toEqual(verdicts(report))
    })
  })
})
