// JUnit XML: a test case per question, a failure where there are problems, so that any CI system can show them. The two schemas that
// are published for it disagree; this keeps to what both allow: https://github.com/windyroad/JUnit-Schema (Ant) and the xUnit plug-in's.
import type { DetectorOutcome, Report } from '../report/index.ts'
import type { Reporter } from './reporter.ts'
import { xmlText } from './xml/text.ts'

const inner = (tag: string, type: string, message: string, text: string): string =>
  `    <${tag} type="${type}" message="${xmlText(message)}">${xmlText(text)}</${tag}>\n`

function body({ outcome, headline, reason, findings }: DetectorOutcome): string {
  const problems = findings.filter(({ verdict }) => verdict === 'problem')
  if (outcome === 'problem') {
    return inner(
      'failure',
      outcome,
      headline,
      problems.map(({ sentence, advice }) => `${sentence} Next: ${advice}`).join('\n'),
    )
  }
  if (outcome === 'failed') return inner('error', outcome, headline, reason ?? '')
  return outcome === 'skipped' || outcome === 'insufficient-data'
    ? `    <skipped message="${xmlText(reason ?? headline)}"/>\n`
    : ''
}

/** What fails no test and is worth reading all the same: output of the suite, because not every reader takes it from a test case. */
const watched = ({ detector, outcome, headline, findings }: DetectorOutcome): string[] =>
  outcome === 'watch' ? [`${detector}: ${headline}`, ...findings.map(({ sentence }) => `  ${sentence}`)] : []

function render({ outcomes, asOf }: Report): string {
  const count = (names: readonly string[]): number =>
    outcomes.filter(({ outcome }) => names.includes(outcome)).length
  const cases = outcomes.map((outcome) => {
    const name = xmlText(`${outcome.detector}: ${outcome.question}`)
    const open = `  <testcase classname="salescheck" name="${name}" time="0"`
    const content = body(outcome)
    return content === '' ? `${open}/>\n` : `${open}>\n${content}  </testcase>\n`
  })
  const totals = `tests="${outcomes.length}" failures="${count(['problem'])}" errors="${count(['failed'])}" skipped="${count(['skipped', 'insufficient-data'])}"`
  // A report knows no clock: the day its data reach to stands for the time, so that the same data give the same file.
  const where = `package="salescheck" id="0" hostname="localhost" timestamp="${asOf ?? '1970-01-01'}T00:00:00" time="0"`
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n<testsuite name="salescheck" ${where} ${totals}>\n` +
    `  <properties/>\n${cases.join('')}` +
    `  <system-out>${xmlText(outcomes.flatMap(watched).join('\n'))}</system-out>\n  <system-err/>\n` +
    `</testsuite>\n</testsuites>\n`
  )
}

export const junit: Reporter = {
  id: 'junit',
  summary: 'JUnit XML for CI systems: a test case per question',
  extension: '.xml',
  render,
}
