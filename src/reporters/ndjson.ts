// One JSON value per line: the run, then every outcome and finding, for `jq` and log collectors.
import type { Report } from '../report/index.ts'
import { jsonText } from './json/text.ts'
import type { Reporter } from './reporter.ts'

const line = (value: unknown): string => `${jsonText(value)}\n`

function render(report: Report): string {
  const { schemaVersion, tool, asOf, model } = report
  const run = line({ type: 'run', schemaVersion, tool, asOf, model })
  const rest = report.outcomes.flatMap((outcome) => {
    const { detector, question, outcome: name, headline, reason, summary } = outcome
    return [
      line({ type: 'outcome', detector, question, outcome: name, headline, reason, summary }),
      ...outcome.findings.map((finding) => line({ type: 'finding', ...finding })),
    ]
  })
  return run + rest.join('')
}

export const ndjson: Reporter = {
  id: 'ndjson',
  summary: 'one JSON value per line: the run, outcomes, findings',
  extension: '.ndjson',
  render,
}
