// JUnit XML: a test case per question, a failure where there are problems, so that any CI system can show them.
import type { DetectorOutcome, Report } from '../report/index.ts'
import type { Reporter } from './reporter.ts'
import { xmlText } from './xml/text.ts'

const inner = (tag: string, message: string, text: string): string =>
  `    <${tag} message="${xmlText(message)}">${xmlText(text)}</${tag}>\n`

function body({ outcome, headline, reason, findings }: DetectorOutcome): string {
  const problems = findings.filter(({ verdict }) => verdict === 'problem')
  if (outcome === 'problem') {
    return inner(
      'failure',
      headline,
      problems.map(({ sentence, advice }) => `${sentence} Next: ${advice}`).join('\n'),
    )
  }
  if (outcome === 'failed') return inner('error', headline, reason ?? '')
  if (outcome === 'skipped' || outcome === 'insufficient-data')
    return `    <skipped message="${xmlText(reason ?? headline)}"/>\n`
  return outcome === 'watch'
    ? `    <system-out>${xmlText([headline, ...findings.map(({ sentence }) => sentence)].join('\n'))}</system-out>\n`
    : ''
}

function render(report: Report): string {
  const count = (names: readonly string[]): number =>
    report.outcomes.filter(({ outcome }) => names.includes(outcome)).length
  const cases = report.outcomes.map((outcome) => {
    const open = `  <testcase classname="salescheck" name="${xmlText(`${outcome.detector}: ${outcome.question}`)}"`
    const content = body(outcome)
    return content === '' ? `${open}/>\n` : `${open}>\n${content}  </testcase>\n`
  })
  const totals = `tests="${report.outcomes.length}" failures="${count(['problem'])}" errors="${count(['failed'])}" skipped="${count(['skipped', 'insufficient-data'])}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals}>\n<testsuite name="salescheck" ${totals}>\n${cases.join('')}</testsuite>\n</testsuites>\n`
}

export const junit: Reporter = {
  id: 'junit',
  summary: 'JUnit XML for CI systems: a test case per question',
  extension: '.xml',
  render,
}
