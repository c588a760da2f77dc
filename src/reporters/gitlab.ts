// GitLab Code Quality: one entry per finding, with a fingerprint that stays the same from run to run.
import { createHash } from 'node:crypto'
import type { Finding, Report } from '../report/index.ts'
import { jsonText } from './json/text.ts'
import type { Reporter } from './reporter.ts'

// GitLab wants a file and a line; a finding is about a whole export, so it points at the start of the one its rows are in.
function location(finding: Finding, report: Report): { path: string; lines: { begin: number } } {
  const table = finding.evidence.rows[0]?.table
  const source = report.sources.find(
    (one) => one.table !== null && (table === undefined || one.table === table),
  )
  return { path: source?.name ?? 'salescheck', lines: { begin: source?.dialect?.headerLine ?? 1 } }
}

function render(report: Report): string {
  const entries = report.outcomes.flatMap(({ findings }) =>
    findings.map((finding) => ({
      description: finding.sentence,
      check_name: `${finding.detector}/${finding.messageId}`,
      fingerprint: createHash('sha256').update(finding.key).digest('hex'),
      severity: finding.verdict === 'problem' ? 'major' : 'minor',
      location: location(finding, report),
    })),
  )
  return `${jsonText(entries, 2)}\n`
}

export const gitlab: Reporter = {
  id: 'gitlab',
  summary: 'GitLab Code Quality: the findings for a merge request',
  extension: '.gitlab.json',
  render,
}
