import { describe, expect, it } from 'vitest'
import { commandLine } from '../../../src/reporters/html/command-line.ts'
import { sampleReport, sourceOf } from './sample.ts'

describe('the command line to make a report again', () => {
  it('has the files, the flags, the variables and the configuration the run had', () => {
    expect(commandLine(sampleReport())).toEqual([
      'SALESCHECK_LOST_REASONS_MIN_LIFTED=6 salescheck analyze \\',
      '  exports/deals.csv \\',
      "  --surveys 'it'\\''s here/nps.csv' \\",
      '  notes.txt \\',
      "  --config 'sales data/salescheck.json' \\",
      '  --period=2026-Q3 \\',
      '  --report report.html',
    ])
  })

  it('is short where nothing was set, and names the question where one alone was asked', () => {
    const report = sampleReport()
    expect(
      commandLine({
        ...report,
        settings: [{ key: 'model', value: 'subscription', from: 'default' }],
        sources: [sourceOf('-')],
        outcomes: report.outcomes.slice(0, 1),
      }),
    ).toEqual([
      'salescheck analyze \\',
      '  - \\',
      '  --detector target-hit-nps-low \\',
      '  --report report.html',
    ])
  })

  it('quotes what a shell would act on', () => {
    const names = ['$(reboot).csv', 'a;b.csv', '`x`.csv', 'Ünï côde.csv', '-rf.csv', 'a\nb.csv', '']
    const lines = commandLine({
      ...sampleReport(),
      settings: [],
      sources: names.map((name) => sourceOf(name)),
    })
    expect(lines.slice(1, -1)).toEqual([
      "  '$(reboot).csv' \\",
      "  'a;b.csv' \\",
      "  '`x`.csv' \\",
      "  'Ünï côde.csv' \\",
      '  ./-rf.csv \\',
      "  'a\nb.csv' \\",
      "  '' \\",
    ])
  })
})
