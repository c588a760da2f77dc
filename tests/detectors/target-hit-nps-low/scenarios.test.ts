// Planted-truth businesses: the sets of problems, of too few answers and of missed targets must come out exactly.
import { describe, expect, it } from 'vitest'
import { targetHitNpsLow } from '../../../src/detectors/target-hit-nps-low/index.ts'
import type { Summary } from '../../../src/detectors/target-hit-nps-low/summary.ts'
import { parsePeriod } from '../../../src/schema/index.ts'
import { readExpected, readScenario, runOn } from '../scenario.ts'

type SummaryEntity = Summary['entities'][number]

interface ExpectedRow {
  readonly level: string
  readonly entity: string
  readonly attainment: number
  readonly hit: boolean
  readonly n: number
  readonly nps: number
  readonly p: number | null
  readonly adjP: number | null
  readonly verdict: string
}
interface ExpectedA {
  readonly problems: readonly string[]
  readonly insufficient: readonly string[]
  readonly notHit: readonly string[]
  readonly rows: readonly ExpectedRow[]
}

const scenarios = ['S04', 'S07', 'S08', 'S16', 'S22', 'S24', 'S25', 'S27', 'S28', 'S35', 'S36', 'S39', 'S40']
const theirs = (level: string): string => (level === 'owner' ? 'rep' : level)
const named = ({ level, entity }: SummaryEntity): string => `${theirs(level)}:${entity}`

async function run(id: string) {
  const { config, expected } = readExpected(id)
  const options = {
    compareTo: config['npsBaseline'] ?? 'company',
    ...(config['npsThreshold'] === undefined ? {} : { npsThreshold: Number(config['npsThreshold']) * 100 }),
  }
  const period = parsePeriod(String(config['period']))
  const outcome = await runOn(targetHitNpsLow, readScenario(id), { period, options })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- shapes of the fixture and of our own summary
  return {
    outcome,
    summary: outcome.summary as unknown as Summary,
    expected: expected['A'] as unknown as ExpectedA,
  }
}

describe('planted-truth scenarios of target-hit-nps-low', () => {
  it.each(scenarios)('%s has exactly the planted problems', async (id) => {
    const { outcome, summary, expected } = await run(id)
    const having = (verdict: string): string[] =>
      summary.entities
        .filter((row) => row.outcome === verdict)
        .map(named)
        .toSorted()
    expect(having('problem')).toEqual(expected.problems.toSorted())
    expect(having('insufficient-data')).toEqual(expected.insufficient.toSorted())
    expect(having('not-hit')).toEqual(expected.notHit.toSorted())
    expect(outcome.outcome === 'problem').toBe(expected.problems.length > 0)
    expect(outcome.findings.filter(({ verdict }) => verdict === 'problem')).toHaveLength(
      expected.problems.length,
    )
  })

  it.each(scenarios)('%s gives the numbers of the reference program', async (id) => {
    const { summary, expected } = await run(id)
    const entities = new Map(summary.entities.map((row) => [named(row), row]))
    const ours = expected.rows.map((row) => numbers(entities.get(`${row.level}:${row.entity}`)))
    expect(ours).toEqual(expected.rows.map(wanted))
  })
})

const round = (value: number | null | undefined, digits: number): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(digits))

const numbers = (row: SummaryEntity | undefined): unknown => ({
  attainment: round(row?.attainment, 8),
  hit: row?.hit,
  n: row?.n,
  nps: round(row?.nps, 12),
  p: round(row?.p, 6),
  adjustedP: round(row?.adjustedP, 6),
  outcome: row?.outcome,
})

/** The reference shows every NPS; ours stays hidden below five answers. */
const wanted = (row: ExpectedRow): unknown => ({
  attainment: round(row.attainment, 8),
  hit: row.hit,
  n: row.n,
  nps: row.n < 5 ? null : round(row.nps, 12),
  p: round(row.p, 6),
  adjustedP: round(row.adjP, 6),
  outcome: row.verdict === 'insufficient' ? 'insufficient-data' : row.verdict,
})
