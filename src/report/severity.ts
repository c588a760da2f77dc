// What a verdict counts for outside the report: `--fail-on` and CI annotations. The report itself keeps the verdict as it came out.
import type { Report } from './report.ts'
import type { Verdict } from './values.ts'

/** What the findings of a question count for at most: as they are, as `watch`, or nothing. */
export const severities = ['problem', 'watch', 'none'] as const
export type Severity = (typeof severities)[number]

const isSeverity = (value: unknown): value is Severity =>
  typeof value === 'string' && (severities as readonly string[]).includes(value)

/** The cap that the settings of the run put on a question: its setting `<detector>.severity`, else none. */
export function severityOf({ settings }: Pick<Report, 'settings'>, detector: string): Severity {
  const found = settings.find(({ key }) => key === `${detector}.severity`)?.value
  return isSeverity(found) ? found : 'problem'
}

/** The verdict under the cap; null: it counts for nothing. */
export function countedAs(
  report: Pick<Report, 'settings'>,
  detector: string,
  verdict: Verdict,
): Verdict | null {
  const cap = severityOf(report, detector)
  if (cap === 'none') return null
  return cap === 'watch' ? 'watch' : verdict
}
