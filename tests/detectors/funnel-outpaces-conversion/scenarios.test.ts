// Small businesses with a planted truth; expected values computed by R on the same files.
import { describe, expect, it } from 'vitest'
import { funnelOutpacesConversion } from '../../../src/detectors/funnel-outpaces-conversion/index.ts'
import { readExpected, readScenario, runOn } from '../scenario.ts'

const scenarios = ['S01', 'S05', 'S06', 'S09', 'S11', 'S18', 'S20', 'S23', 'S30', 'S31', 'S34', 'S37', 'S38']

interface ExpectedFunnel {
  verdict: string
  conversionDecline?: boolean
  usableMonths: number
  leadsGrowth?: number
  leadsGrowthP?: number
  gapSlope?: number
  gapP?: number
  totalGap?: number
  months: {
    month: string
    leads: number
    conversions: number
    expectedMature: number
    maturity: number
    usable: boolean
  }[]
}

describe('every planted scenario comes out as planted', () => {
  it.each(scenarios)('%s', async (id) => {
    const { config, expected } = readExpected(id)
    const truth = expected['B'] as unknown as ExpectedFunnel
    const outcome = await runOn(funnelOutpacesConversion, readScenario(id), {
      asOf: String(config['exportDate']),
      options: { horizonDays: Number(config['horizonDays']) },
    })
    const { summary } = outcome
    // A falling rate without growing leads is a watch of its own where the reference says ok.
    const wanted = truth.conversionDecline === true ? 'watch' : truth.verdict
    expect(outcome.outcome).toBe(wanted === 'insufficient' ? 'insufficient-data' : wanted)
    expect(summary['conversionDecline']).toBe(truth.conversionDecline ?? null)
    expect(summary['usableMonths']).toBe(truth.usableMonths)
    expect(summary['horizonDays']).toBe(config['horizonDays'])
    for (const name of ['leadsGrowth', 'leadsGrowthP', 'gapSlope', 'gapP', 'totalGap'] as const) {
      // Nothing to compare with is nothing to print.
      expect([name, summary[name] === null]).toEqual([name, truth[name] === undefined])
      expect(Number(summary[name])).toBeCloseTo(truth[name] ?? 0, 6)
    }
    const funnel = outcome.tables.find((table) => table.id === 'funnel')
    const at = (column: string): number => funnel?.columns.findIndex((one) => one.id === column) ?? -1
    const cells = (column: string): unknown[] | undefined => funnel?.rows.map((row) => row[at(column)])
    expect(cells('period')).toEqual(truth.months.map(({ month }) => month))
    expect(cells('leads')).toEqual(truth.months.map(({ leads }) => leads))
    expect(cells('conversions')).toEqual(truth.months.map(({ conversions }) => conversions))
    expect(cells('status')).toEqual(truth.months.map(({ usable }) => (usable ? 'usable' : 'maturing')))
    for (const [index, month] of truth.months.entries()) {
      expect(cells('expectedMature')?.[index]).toBeCloseTo(month.expectedMature, 6)
      expect(cells('maturity')?.[index]).toBeCloseTo(month.maturity, 8)
    }
  })
})
