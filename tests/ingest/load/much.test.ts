// Much is read file by file, the largest first, and packed on the way: the account of every row is that of a small load.
import { expect, it, vi } from 'vitest'
import { DuckdbEngine } from '../../../src/engine/duckdb.ts'
import { load, type Loaded } from './loading.ts'

const deals = 'Deal ID,Account Name,Owner,Stage,Created Date,Close Date,Amount,Loss Reason'
const leads = 'Lead ID,Owner,Lead Source,Created Date,Converted Date'

/** Some rows that cannot be used, ids that came before, quoted line ends and amounts in odd forms. */
const deal = (at: number): string => {
  const id = at % 1999 === 7 ? `D${at - 3}` : `D${at}`
  const closed = at % 911 === 0 ? '2026-02-31' : `2026-0${1 + (at % 6)}-1${at % 10}`
  const amount = at % 777 === 0 ? '"$1,234.50"' : at % 3 === 0 ? '1e3' : `${at}.50`
  const reason = at % 500 === 0 ? '"Price,\nthey said"' : at % 4 === 0 ? `Reason ${at % 400}` : 'Price '
  return `${id},Account ${at % 5000},${at % 2 === 0 ? 'Ann' : 'Bob'},Closed ${at % 2 === 0 ? 'Won' : 'Lost'},2026-01-05,${closed},${amount},${reason}`
}

const lead = (at: number): string =>
  `L${at},Ann,Web,2026-01-0${1 + (at % 9)},${at % 7 === 0 ? '2026-02-31' : '2026-03-01'}`

const table = (header: string, rows: number, row: (at: number) => string): string =>
  `${[header, ...Array.from({ length: rows }, (_, at) => row(at))].join('\n')}\n`

const account = ({ report, sources }: Loaded) => ({
  warnings: report.warnings,
  sources: sources.map(({ rows, rejects, sha256, road, warnings, stored }) => ({
    rows,
    rejects,
    sha256,
    road,
    warnings,
    stored,
  })),
})

const sums = ({ rows }: Loaded) =>
  rows(
    `SELECT (SELECT COUNT(*) FROM deals), (SELECT SUM(amount) FROM deals), (SELECT COUNT(DISTINCT lost_reason) FROM deals), (SELECT MAX(deal_id) FROM deals WHERE lost_reason = 'Price'), (SELECT COUNT(converted_on) FROM leads)`,
    { deals: 'integer', amount: 'decimal', reasons: 'integer', last: 'text', converted: 'integer' },
  )

it('gives the same rows and the same account', { timeout: 120_000 }, async () => {
  const files = [
    { name: 'leads.csv', text: table(leads, 2000, lead) },
    { name: 'deals.csv', text: table(deals, 200_000, deal) },
    { name: 'more.csv', text: table(deals, 2, (at) => deal(at === 0 ? 5 : 900_001)) },
  ]
  const small = await load(files, { keepRejects: true })
  const pack = vi.spyOn(DuckdbEngine.prototype, 'pack')
  const much = await load(files, { keepRejects: true, atOnce: 0, memoryLimit: '48MB' })
  expect(pack).toHaveBeenCalled()
  expect(much.sources.map(({ source }) => source.name)).toEqual(['leads.csv', 'deals.csv', 'more.csv'])
  expect(account(much)).toEqual(account(small))
  expect(await sums(much)).toEqual(await sums(small))
  expect(account(small).sources[1]?.rows).toMatchObject({ rejected: 220, setAside: [{ class: 'duplicate' }] })
})
