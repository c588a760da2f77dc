// The planted-truth scenarios through the command line, scored as their README says.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DetectorOutcome } from '../../src/report/index.ts'
import { report as reportSchema } from '../../src/report/schemas.ts'
import { normaliseText } from '../../src/stats/index.ts'
import { root, salescheck } from '../cli/salescheck.ts'

const folder = join(root, 'fixtures/scenarios')

interface Scenario {
  readonly id: string
  readonly family: string
  readonly detector: 'A' | 'B' | 'C' | 'D'
  readonly description: string
  readonly config: Readonly<Record<string, string | number>>
  readonly expected: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const scenarios = readdirSync(folder)
  .filter((name) => /^S\d+$/.test(name))
  .map((name) => JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Scenario)

const ids = { A: 'target-hit-nps-low', B: 'funnel-outpaces-conversion', C: 'lost-reasons' } as const

const flagOf: Readonly<Record<string, (value: string | number) => string[]>> = {
  exportDate: (value) => ['--as-of', String(value)],
  period: (value) => ['--period', String(value)],
  npsBaseline: (value) => ['--target-hit-nps-low.compare-to', String(value)],
  npsThreshold: (value) => ['--target-hit-nps-low.nps-threshold', String(Number(value) * 100)],
  horizonDays: (value) => ['--funnel-outpaces-conversion.horizon-days', String(value)],
  splitDate: (value) => ['--lost-reasons.split-date', String(value)],
  segment: () => [],
  winbackDays: (value) => ['--lost-not-revisited.horizon-days', String(value)],
  // The two newest periods are compared: the later one is judged.
  periodA: () => [],
  periodB: (value) => ['--period', String(value)],
}

async function outcomeOf(scenario: Scenario, detector: string): Promise<DetectorOutcome> {
  const files = ['deals', 'leads', 'surveys', 'targets'].map((table) =>
    join(folder, scenario.id, `${table}.csv`),
  )
  const flags = Object.entries(scenario.config).flatMap(
    ([key, value]) => flagOf[key]?.(value) ?? [`unknown setting ${key}`],
  )
  const { code, stdout, stderr } = await salescheck([
    'analyze',
    ...files,
    '--detector',
    detector,
    '--format',
    'json',
    '--no-config',
    ...flags,
  ])
  expect({ code, stderr: stderr.replace(/^read .*\n/, '') }).toEqual({ code: 0, stderr: '' })
  const report = reportSchema.parse(JSON.parse(stdout))
  const [outcome] = report.outcomes
  if (outcome === undefined) throw new Error('no outcome')
  return outcome
}

const of = (detector: Scenario['detector']): Scenario[] =>
  scenarios.filter((one) => one.detector === detector)
const sorted = (values: readonly string[]): string[] => [...values].sort()

describe('target-hit-nps-low', () => {
  it.each(of('A'))('$id: $description', async (scenario) => {
    const { summary } = await outcomeOf(scenario, ids.A)
    const entities = summary['entities'] as readonly { level: string; entity: string; outcome: string }[]
    const level = (name: string): string => (name === 'owner' ? 'rep' : name)
    const judged = (outcome: string): string[] =>
      sorted(
        entities.filter((one) => one.outcome === outcome).map((one) => `${level(one.level)}:${one.entity}`),
      )
    const expected = scenario.expected['A'] as Readonly<
      Record<'problems' | 'insufficient' | 'notHit', readonly string[]>
    >
    expect(judged('problem')).toEqual(sorted(expected.problems))
    expect(judged('insufficient-data')).toEqual(sorted(expected.insufficient))
    expect(judged('not-hit')).toEqual(sorted(expected.notHit))
  })
})

describe('funnel-outpaces-conversion', () => {
  it.each(of('B'))('$id: $description', async (scenario) => {
    const { outcome, summary } = await outcomeOf(scenario, ids.B)
    const expected = scenario.expected['B'] as {
      verdict: string
      conversionDecline: boolean
      gapSlope: number | null
      gapP: number | null
    }
    const verdict = expected.verdict === 'insufficient' ? 'insufficient-data' : expected.verdict
    expect(outcome).toBe(expected.conversionDecline ? 'watch' : verdict)
    expect(summary['conversionDecline'] ?? false).toBe(expected.conversionDecline ?? false)
    if (typeof expected.gapSlope === 'number' && typeof summary['gapSlope'] === 'number') {
      expect(Math.abs(summary['gapSlope'] - expected.gapSlope)).toBeLessThanOrEqual(1e-4)
      expect(Math.abs((summary['gapP'] as number) - (expected.gapP ?? Number.NaN))).toBeLessThanOrEqual(1e-3)
    }
  })
})

describe('lost-reasons', () => {
  const normal = (label: unknown): string => normaliseText(String(label))
  const labels = (value: unknown): string[] =>
    sorted(
      (value as readonly (string | { reason?: string; label?: string })[]).map((one) =>
        normal(typeof one === 'string' ? one : (one.reason ?? one.label)),
      ),
    )

  it.each(of('C'))('$id: $description', async (scenario) => {
    const { summary } = await outcomeOf(scenario, ids.C)
    const expected = scenario.expected['C'] ?? {}
    expect(normal(summary['topReason'])).toBe(normal(expected['topReason']))
    expect(summary['topCount']).toBe(expected['topCount'])
    expect(summary['topConfident']).toBe(expected['topConfident'])
    expect(summary['lowCoverage']).toBe(expected['lowCoverage'])
    expect(normal(summary['topByValue'])).toBe(normal(expected['topByValue']))
    if (expected['changed'] !== undefined)
      expect(labels(summary['changed'])).toEqual(labels(expected['changed']))
    if (expected['lifted'] !== undefined)
      expect(labels(summary['lifted'])).toEqual(labels(expected['lifted']))
  })
})

/** Scenarios of D belong to a detector each; their family says to which. */
const family = (name: string): Scenario[] => scenarios.filter((one) => one.family.includes(name))
const close = (found: unknown, wanted: unknown): void =>
  expect(Math.abs(Number(found) / Number(wanted) - 1)).toBeLessThanOrEqual(1e-6)

describe('journey-gap', () => {
  it.each(family('touchpoint-gap'))('$id: $description', async (scenario) => {
    const { outcome, summary } = await outcomeOf(scenario, 'journey-gap')
    const expected = scenario.expected['D'] ?? {}
    expect(outcome === 'problem').toBe(expected['problem'])
    close(summary['diff'], expected['diff'])
  })
})

describe('stalled-deals', () => {
  it.each([...family('D03-stalled'), ...family('D04-growing-pipeline')])(
    '$id: $description',
    async (scenario) => {
      const { outcome, summary } = await outcomeOf(scenario, 'stalled-deals')
      const expected = scenario.expected['D'] ?? {}
      expect(outcome === 'problem').toBe(expected['problem'])
      close(summary['thresholdDays'], expected['thresholdDays'])
      close(summary['stalledShare'], expected['stalledShare'])
    },
  )
})

describe('product-mix-drift', () => {
  it.each(family('sku-mix'))('$id: $description', async (scenario) => {
    const { outcome, summary } = await outcomeOf(scenario, 'product-mix-drift')
    const expected = scenario.expected['D'] ?? {}
    expect([outcome === 'problem', summary['drift']]).toEqual([expected['drift'], expected['drift']])
    close(summary['psi'], expected['psi'])
    close(summary['critical'], expected['critical'])
  })
})

describe('lost-not-revisited', () => {
  it.each(family('winback'))('$id: $description', async (scenario) => {
    const { outcome, summary } = await outcomeOf(scenario, 'lost-not-revisited')
    const expected = scenario.expected['D'] ?? {}
    expect(outcome === 'problem').toBe(expected['decline'])
    expect(summary['decline']).toBe(expected['decline'])
    close(summary['rate'], expected['rate'])
  })
})

describe('the scenarios', () => {
  it('are all there', () => {
    expect(scenarios).toHaveLength(40)
    expect([of('A'), of('B'), of('C')].flat()).toHaveLength(34)
    expect(of('D')).toHaveLength(6)
  })
})
