// Real and realistic exports against independently computed answers. The data are not part of the project: SALESCHECK_DATA_DIR names
// their folder (maven_crm, adventureworks, nps_bank, nps_garden_fr, ibm_telco, zoho_crm, each with truth.json).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Inspection, Report } from '../../src/report/index.ts'
import { salescheck } from '../cli/salescheck.ts'

const folder = process.env['SALESCHECK_DATA_DIR'] ?? ''
const ready = folder !== '' && existsSync(folder)
if (!ready)
  console.warn('\nSALESCHECK_DATA_DIR is not set or not there: the tests on real data do NOT run.\n')

const path = (name: string): string => join(folder, name)
const truth = (set: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path(`${set}/truth.json`), 'utf8')) as Record<string, unknown>

async function json<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await salescheck([...args, '--format', 'json', '--no-config', '--quiet'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as T
}

const analyze = (names: readonly string[], ...flags: string[]): Promise<Report> =>
  json('analyze', ...names.map(path), ...flags)
const inspect = (names: readonly string[], ...flags: string[]): Promise<Inspection> =>
  json('inspect', ...names.map(path), ...flags)
const outcome = (report: Report, id: string): Report['outcomes'][number] => {
  const found = report.outcomes.find(({ detector }) => detector === id)
  if (found === undefined) throw new Error(`no outcome of ${id}`)
  return found
}
const counts = (inspection: Inspection, table: string, column: string): Map<string | null, number> => {
  const profile = inspection.profiles.find((one) => one.table === table)
  const found = profile?.counts.find((one) => one.column === column)
  return new Map(found?.values.map(({ value, rows }) => [value, rows]))
}

describe.runIf(ready)('Maven CRM', () => {
  it('has the deals, won and lost, per agent that the truth says', async () => {
    const found = await inspect(['maven_crm/sales_pipeline.csv', 'maven_crm/sales_teams.csv'])
    const status = counts(found, 'deals', 'status')
    expect([status.get('won'), status.get('lost')]).toEqual([4238, 2473])
    const owners =
      found.profiles.find(({ table }) => table === 'deals')?.counts.find(({ column }) => column === 'owner')
        ?.values ?? []
    const agents = truth('maven_crm')['by_agent'] as Record<string, Record<string, number>>
    expect(owners.length).toBe(Object.keys(agents).length)
    for (const { value, byStatus = [] } of owners) {
      const of = (name: string): number => byStatus.find(({ status: one }) => one === name)?.rows ?? 0
      const agent = agents[value ?? ''] ?? {}
      expect([value, of('won'), of('lost')]).toEqual([value, agent['won'], agent['lost']])
    }
  })

  it('gives no claim that conversion fell', async () => {
    const report = await analyze(['maven_crm/sales_pipeline.csv'])
    expect(outcome(report, 'funnel-outpaces-conversion').outcome).not.toBe('problem')
    const founding = ['target-hit-nps-low', 'funnel-outpaces-conversion', 'lost-reasons']
    const findings = founding.flatMap((id) => outcome(report, id).findings)
    expect(findings.map(({ sentence }) => sentence)).toEqual([])
  })

  it('has as many open deals older than any closed one as the truth says, with the owners right', async () => {
    const report = await analyze(['maven_crm/sales_pipeline.csv'])
    const found = outcome(report, 'stalled-deals')
    const { open, older_than_138: older } = truth('maven_crm')['stalled_engaging_as_of'] as Record<
      string,
      number
    >
    expect(report.asOf).toBe('2017-12-31')
    expect(found.outcome).toBe('problem')
    expect(found.summary).toMatchObject({
      open,
      openUndated: 500,
      longestCycleDays: 138,
      olderThanAnyClosed: older,
    })
    // Nobody entered an amount before the deal was closed.
    expect(found.findings[0]?.impact).toEqual([])
    const owners = found.tables.find(({ id }) => id === 'owners')
    const at = (column: string): number => owners?.columns.findIndex(({ id }) => id === column) ?? -1
    const beyond = new Map(owners?.rows.map((row) => [row[at('owner')], row[at('beyond')]]))
    // Counted in Python from the file: open deals engaged before 2017-08-15.
    const counted = { 'Darcel Schlecht': 83, 'Kary Hendrixson': 82, 'Zane Levy': 57, 'Cecily Lampkin': 19 }
    for (const [owner, deals] of Object.entries(counted))
      expect([owner, beyond.get(owner)]).toEqual([owner, deals])
    expect([...beyond.values()].reduce<number>((sum, deals) => sum + Number(deals), 0)).toBe(older)
  })

  it('reads the same in other date formats', async () => {
    const plain = await inspect(['maven_crm/sales_pipeline.csv'])
    const other = await inspect(['maven_crm/variants/sales_pipeline_mdy_lf.csv'])
    expect(other.profiles[0]?.sums).toEqual(plain.profiles[0]?.sums)
    expect(other.profiles[0]?.lastDay).toBe(plain.profiles[0]?.lastDay)
  })
})

describe.runIf(ready)('AdventureWorks', () => {
  it('hits 9 of 163 quarterly quotas', async () => {
    const report = await analyze(['adventureworks/quotas_quarterly.csv', 'adventureworks/orders.csv'])
    expect(outcome(report, 'target-hit-nps-low').headline).toMatch(/^9 of 163 targets were hit/)
  })

  it('has 809 monthly targets in a UTF-16 file with a column per month, in thousands', async () => {
    const found = await inspect(
      ['adventureworks/ResellerSalesTargets_utf16.csv'],
      '--amounts-in',
      'thousands',
    )
    const profile = found.profiles.find(({ table }) => table === 'targets')
    expect(profile?.rows).toBe(809)
    expect(profile?.sums[0]?.sum).toBe(676_210_000)
  })
})

describe.runIf(ready)('NPS answers', () => {
  const nps = (report: Report): number => {
    const entities = outcome(report, 'target-hit-nps-low').summary['entities'] as {
      level: string
      nps: number
    }[]
    return Math.round((entities.find(({ level }) => level === 'company')?.nps ?? Number.NaN) * 1000) / 10
  }

  it('of a bank come to 11.8, its dates read day first', async () => {
    const report = await analyze(['nps_bank/NPStimeseries.csv'])
    expect(nps(report)).toBe(11.8)
    expect(report.sources[0]?.mapping.find(({ column }) => column === 'answered_on')?.format).toMatch(
      /day first/,
    )
  })

  it('of garden centres come to 53.4 from an ISO-8859-1 file', async () => {
    const report = await analyze(['nps_garden_fr/nps_latin1.csv'])
    expect(nps(report)).toBe(53.4)
    expect(report.sources[0]?.encoding).toBe('windows-1252')
  })
})

describe.runIf(ready)('churn reasons of a telephone company', () => {
  it('name a competitor 841 times by category', async () => {
    const report = await analyze(['ibm_telco/telco_customer_churn_status.csv'])
    const { summary } = outcome(report, 'lost-reasons')
    const churned = summary['churned'] as {
      customers: number
      categories: { category: string; count: number }[]
    }
    expect(churned.customers).toBe(1869)
    expect(JSON.stringify(churned.categories)).toMatch(/"Competitor".{0,40}841/)
  })
})

describe.runIf(ready)('random demo data', () => {
  it('raise no problem', async () => {
    const report = await analyze(['zoho_crm'])
    expect(report.outcomes.filter((one) => one.outcome === 'problem')).toEqual([])
  })
})
