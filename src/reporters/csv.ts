// Findings and tables as CSV for spreadsheets: one file per table when a folder is given, the findings alone otherwise.
import type { Report } from '../report/index.ts'
import { csvLine } from './csv/text.ts'
import type { Reporter, RenderOptions, ReportFile } from './reporter.ts'

const findingColumns = [
  'key',
  'detector',
  'verdict',
  'sentence',
  'subject',
  'period',
  'measure',
  'unit',
  'observed',
  'expected',
  'lower',
  'upper',
  'n',
  'p',
  'adjusted_p',
  'impact',
  'advice',
]

function findings(report: Report): string {
  const lines = report.outcomes.flatMap((outcome) =>
    outcome.findings.map((finding) =>
      csvLine([
        finding.key,
        finding.detector,
        finding.verdict,
        finding.sentence,
        finding.subject.map(({ column, value }) => `${column}=${value}`).join('; '),
        finding.period?.label ?? null,
        finding.measure.name,
        finding.measure.unit,
        finding.measure.observed,
        finding.measure.expected,
        finding.measure.lower,
        finding.measure.upper,
        finding.evidence.n,
        finding.evidence.p,
        finding.evidence.adjustedP,
        finding.impact.map(({ amount, currency }) => `${currency ?? ''} ${amount}`.trim()).join('; '),
        finding.advice,
      ]),
    ),
  )
  return csvLine(findingColumns) + lines.join('')
}

function outcomes(report: Report): string {
  const lines = report.outcomes.map(({ detector, outcome, headline, reason, findings: found }) =>
    csvLine([detector, outcome, headline, reason, found.length]),
  )
  return csvLine(['detector', 'outcome', 'headline', 'reason', 'findings']) + lines.join('')
}

const byteOrderMark = '\uFEFF'
const marked = (text: string, { excel = false }: RenderOptions): string =>
  excel ? byteOrderMark + text : text

/** File names come from ids of ours, never from data. */
function files(report: Report, options: RenderOptions): ReportFile[] {
  const tables = report.outcomes.flatMap((outcome) =>
    outcome.tables.map((table) => ({
      name: `${outcome.detector}.${table.id}.csv`,
      text: csvLine(table.columns.map(({ id }) => id)) + table.rows.map((row) => csvLine(row)).join(''),
    })),
  )
  const all = [
    { name: 'outcomes.csv', text: outcomes(report) },
    { name: 'findings.csv', text: findings(report) },
    ...tables,
  ]
  return all.map(({ name, text }) => ({ name, text: marked(text, options) }))
}

export const csv: Reporter = {
  id: 'csv',
  summary: 'CSV for spreadsheets: the findings, or every table into a folder',
  extension: '.csv',
  render: (report, options) => marked(findings(report), options),
  files,
}
