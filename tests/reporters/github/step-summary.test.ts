import { describe, expect, it } from 'vitest'
import { githubStepSummary, stepSummaryLimit } from '../../../src/reporters/github/step-summary.ts'
import { finding, outcome, reportOf } from './report.ts'

const size = (text: string | null): number => Buffer.byteLength(text ?? '', 'utf8')

const source = {
  name: 'deals.csv',
  sha256: '',
  bytes: 10,
  compression: 'none' as const,
  encoding: 'utf-8',
  dialect: null,
  table: 'deals',
  recognised: '',
  preset: null,
  rows: {
    read: 1234,
    used: 1200,
    rejected: 4,
    setAside: [{ class: 'duplicate', rows: 30, lines: [] }],
  },
  mapping: [],
  unmapped: [],
  rejects: [],
  warnings: [],
}
const sources = [source]

const endings = '\n1,234 rows read from 1 file: 1,200 used, 4 rejected, 30 set aside.\n'

describe('the job summary', () => {
  it('is the Markdown report and the totals', () => {
    const text = githubStepSummary(reportOf([outcome()], { sources }), stepSummaryLimit)
    expect(text).toMatch(/^# Sales check\n/)
    expect(text).toContain('## Why do we lose deals, and is that changing?')
    expect(text).toContain(
      '\n\n## Totals\n\n| question | outcome | findings |\n| --- | --- | ---: |\n| lost-reasons | problem | 1 |\n',
    )
    expect(text?.endsWith(endings)).toBe(true)
    expect(text).not.toContain('Cut')
  })

  // 5 MB: 10,000 findings of 500 bytes each.
  const huge = outcome({
    findings: Array.from({ length: 10_000 }, (_, index) =>
      finding({ sentence: `Finding ${index}: ${'é'.repeat(250)}` }),
    ),
  })
  const small = outcome({
    detector: 'target-hit-nps-low',
    question: 'Who hits the target?',
    outcome: 'ok',
    headline: 'Nobody who hits it disappoints.',
    findings: [],
  })

  it('of 5 MB of findings stays under 1 MiB, keeps the other sections and the totals, and says what was cut', () => {
    const text = githubStepSummary(reportOf([huge, small], { sources }), stepSummaryLimit, { verbose: true })
    expect(size(text)).toBeLessThanOrEqual(stepSummaryLimit)
    expect(text).toContain('Nobody who hits it disappoints.')
    expect(text).toContain('| lost-reasons | problem | 10,000 |')
    expect(text).toContain('and 9995 more')
    expect(text).toContain('shortened: Why do we lose deals, and is that changing?')
    expect(text?.endsWith(endings)).toBe(true)
  })

  it.each([
    [20_000, ['Nobody who hits it disappoints.', '**Cut:**']],
    [1500, ['Nobody who hits it disappoints.', '**Cut:**']],
    [1000, ['**Cut:**']],
    [600, ['**Cut:**']],
    [500, []],
    [400, []],
  ])('fits into %i bytes', (room, holds) => {
    const text = githubStepSummary(reportOf([huge, small], { sources }), room, { verbose: true })
    expect(size(text)).toBeLessThanOrEqual(room)
    expect(text?.endsWith(endings)).toBe(true)
    for (const part of holds) expect(text).toContain(part)
  })

  it('is left out when not even the totals fit', () => {
    expect(githubStepSummary(reportOf([small], { sources }), 100)).toBeNull()
    expect(githubStepSummary(reportOf([small], { sources }), -5)).toBeNull()
  })

  it('is not cut by a heading that stands in the data', () => {
    const report = reportOf([outcome({ headline: 'Said:\n## Totals\nnothing' }), small], { sources })
    const text = githubStepSummary(report, 1500) ?? ''
    expect(text.match(/^## Totals$/gm)).toHaveLength(1)
  })
})
