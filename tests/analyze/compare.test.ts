import { describe, expect, it } from 'vitest'
import { compareReports } from '../../src/analyze/compare.ts'
import { historyLine, parseHistory, parseReport } from '../../src/analyze/saved-report.ts'
import type { Finding, Report } from '../../src/report/index.ts'
import { report as reportSchema } from '../../src/report/schemas.ts'

interface Given {
  readonly owner: string
  readonly verdict?: 'problem' | 'watch'
  readonly observed?: number | null
  readonly expected?: number | null
  readonly period?: string
}

function finding({
  owner,
  verdict = 'problem',
  observed = -0.3,
  expected = 0.4,
  period = '2026-Q3',
}: Given): Finding {
  return {
    key: `target-hit-nps-low:low:owner=${owner}:${period}`,
    detector: 'target-hit-nps-low',
    messageId: 'low',
    verdict,
    sentence: `${owner} is low.`,
    subject: [{ column: 'owner', value: owner }],
    period: { grain: 'quarter', label: period, start: '2026-07-01', end: '2026-09-30' },
    measure: {
      name: 'NPS',
      unit: 'nps',
      observed,
      expected,
      lower: null,
      upper: null,
      intervalOf: 'observed',
    },
    evidence: { test: 'test', statistic: null, p: null, adjustedP: null, n: 40, rows: [] },
    impact: [],
    advice: 'Talk.',
  }
}

function report(given: readonly Given[], outcome: Report['outcomes'][number]['outcome'] = 'problem'): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'salescheck', version: '0.1.0' },
    asOf: '2026-09-30',
    asOfFrom: 'data',
    model: 'subscription',
    settings: [],
    sources: [],
    joins: [],
    warnings: [],
    outcomes: [
      {
        detector: 'target-hit-nps-low',
        question: 'Is it?',
        outcome,
        headline: 'It is.',
        reason: null,
        summary: { n: 40, period: '2026-Q3' },
        findings: given.map(finding),
        tables: [],
        notes: [],
        advice: 'Talk.',
      },
    ],
  }
}

/** `Ann new` and so on; resolved ones last. */
function classify(
  before: readonly Given[],
  now: readonly Given[],
  outcome?: Report['outcomes'][number]['outcome'],
): string[] {
  const compared = compareReports(report(before), report(now, outcome), 'last.json')
  const found = compared.outcomes.flatMap(({ findings }) =>
    findings.map(({ subject, change }) => `${subject[0]?.value} ${change}`),
  )
  return [
    ...found,
    ...(compared.baseline?.resolved ?? []).map(({ subject }) => `${subject[0]?.value} resolved`),
  ]
}

describe('a report against its baseline', () => {
  it.each<[string, readonly Given[], readonly Given[], readonly string[]]>([
    [
      'a rerun on unchanged data changes nothing',
      [{ owner: 'Ann' }, { owner: 'Bob' }],
      [{ owner: 'Ann' }, { owner: 'Bob' }],
      ['Ann unchanged', 'Bob unchanged'],
    ],
    [
      'order does not matter',
      [{ owner: 'Ann' }, { owner: 'Bob' }],
      [{ owner: 'Bob' }, { owner: 'Ann' }],
      ['Bob unchanged', 'Ann unchanged'],
    ],
    ['a finding that was not there is new', [], [{ owner: 'Ann' }], ['Ann new']],
    ['a finding that is no more is resolved', [{ owner: 'Ann' }], [], ['Ann resolved']],
    ['watch to problem is worse', [{ owner: 'Ann', verdict: 'watch' }], [{ owner: 'Ann' }], ['Ann worse']],
    ['problem to watch is better', [{ owner: 'Ann' }], [{ owner: 'Ann', verdict: 'watch' }], ['Ann better']],
    [
      'a clearly larger distance is worse',
      [{ owner: 'Ann', observed: -0.3 }],
      [{ owner: 'Ann', observed: -0.5 }],
      ['Ann worse'],
    ],
    [
      'a clearly smaller distance is better',
      [{ owner: 'Ann', observed: -0.3 }],
      [{ owner: 'Ann', observed: 0.1 }],
      ['Ann better'],
    ],
    [
      'a small wobble is unchanged',
      [{ owner: 'Ann', observed: -0.3 }],
      [{ owner: 'Ann', observed: -0.33 }],
      ['Ann unchanged'],
    ],
    [
      'the same trouble in the next quarter goes on',
      [{ owner: 'Ann' }],
      [{ owner: 'Ann', period: '2026-Q4' }],
      ['Ann unchanged'],
    ],
    ['one goes, one comes', [{ owner: 'Ann' }], [{ owner: 'Bob' }], ['Bob new', 'Ann resolved']],
    [
      'without numbers only the verdict tells',
      [{ owner: 'Ann', observed: null }],
      [{ owner: 'Ann', observed: -0.9 }],
      ['Ann unchanged'],
    ],
  ])('%s', (_name, before, now, expected) => {
    expect(classify(before, now)).toEqual(expected)
  })

  it('resolves nothing where no verdict could be given', () => {
    expect(classify([{ owner: 'Ann' }], [], 'insufficient-data')).toEqual([])
    expect(classify([{ owner: 'Ann' }], [], 'skipped')).toEqual([])
  })

  it('knows a finding again after a run that could not answer', () => {
    const [first, blind] = [report([{ owner: 'Ann' }]), report([], 'skipped')]
    const between = compareReports(first, blind, 'first.json')
    expect(between.baseline?.unanswered?.map(({ key }) => key)).toEqual([finding({ owner: 'Ann' }).key])
    expect(reportSchema.safeParse(between).success).toBe(true)
    const longer = compareReports(between, blind, 'second.json')
    const after = compareReports(longer, report([{ owner: 'Ann' }, { owner: 'Bob' }]), 'third.json')
    expect(after.outcomes.flatMap(({ findings }) => findings.map(({ change }) => change))).toEqual([
      'unchanged',
      'new',
    ])
    expect(after.baseline).toEqual({ name: 'third.json', asOf: '2026-09-30', resolved: [] })
    expect(compareReports(longer, report([], 'ok'), 'third.json').baseline?.resolved).toHaveLength(1)
  })

  it('stays a valid report', () => {
    const compared = compareReports(report([{ owner: 'Ann' }]), report([{ owner: 'Bob' }]), 'last.json')
    expect(reportSchema.safeParse(compared).success).toBe(true)
  })
})

describe('a saved report', () => {
  it('is read whole', async () => {
    const saved = report([{ owner: 'Ann' }])
    expect(await parseReport(JSON.stringify(saved), 'r.json')).toEqual(saved)
  })

  it.each([
    ['no JSON', '{', /not valid JSON/],
    ['something else', '{"a": 1}', /not a salescheck report/],
    ['a list', '[]', /not a salescheck report/],
    ['another version', '{"schemaVersion": 99}', /has schema version 99, this salescheck reads 1/],
    ['half of a report', '{"schemaVersion": 1}', /not a whole salescheck report/],
  ])('is refused when it is %s', async (_name, text, message) => {
    await expect(parseReport(text, 'r.json')).rejects.toMatchObject({
      code: 'input-unreadable',
      message: expect.stringMatching(message) as string,
    })
  })

  it('leaves one line in a history that can be read back', async () => {
    const line = historyLine(report([{ owner: 'Ann' }]))
    expect(line.outcomes).toEqual([
      { detector: 'target-hit-nps-low', outcome: 'problem', findings: 1, numbers: { n: 40 } },
    ])
    expect(await parseHistory(`${JSON.stringify(line)}\n\n`, 'h.ndjson')).toEqual([line])
    await expect(parseHistory('{}\nx', 'h.ndjson')).rejects.toMatchObject({
      message: expect.stringMatching(/^h\.ndjson:1/) as string,
    })
  })
})
