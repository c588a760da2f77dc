// Compares a report with an earlier one: every finding is new, worse, better or unchanged; what is no more is resolved.
import type { Change, Finding, Report } from '../report/index.ts'

/** A distance from the expected value must change by this share to count as worse or better. */
const tolerance = 0.1

const rank = { watch: 1, problem: 2 } as const

const distance = ({ measure: { observed, expected } }: Finding): number | null =>
  observed === null ? null : Math.abs(observed - (expected ?? 0))

function changeOf(before: Finding, now: Finding): Change {
  if (rank[now.verdict] !== rank[before.verdict])
    return rank[now.verdict] > rank[before.verdict] ? 'worse' : 'better'
  const [old, current] = [distance(before), distance(now)]
  if (old === null || current === null) return 'unchanged'
  const limit = tolerance * Math.max(old, current)
  if (Math.abs(current - old) < limit || current === old) return 'unchanged'
  return current > old ? 'worse' : 'better'
}

/** The key without its period: last quarter's finding about the same subject is the same trouble going on. */
function subjectKey({ detector, messageId, subject }: Finding): string {
  return JSON.stringify([detector, messageId, ...subject.map(({ column, value }) => [column, value])])
}

const findingsOf = (report: Report): Finding[] => report.outcomes.flatMap(({ findings }) => findings)

function indexed(findings: readonly Finding[], key: (finding: Finding) => string): Map<string, Finding> {
  const index = new Map<string, Finding>()
  for (const finding of findings) if (!index.has(key(finding))) index.set(key(finding), finding)
  return index
}

/**
 * The newer report with `change` on every finding and the findings that are gone under `baseline.resolved`. A finding is matched by
 * its key, else by the same detector, message and subject in another period. A detector that gave no verdict this time resolves nothing: its
 * findings are kept under `baseline.unanswered`, so that they are not new when it has an answer again.
 */
export function compareReports(before: Report, now: Report, name: string): Report {
  const old = [...findingsOf(before), ...(before.baseline?.unanswered ?? [])]
  const byKey = indexed(old, ({ key }) => key)
  const bySubject = indexed(old, subjectKey)
  const matched = new Set<Finding>()
  const outcomes = now.outcomes.map((outcome) => ({
    ...outcome,
    findings: outcome.findings.map((finding) => {
      const earlier = byKey.get(finding.key) ?? bySubject.get(subjectKey(finding))
      if (earlier !== undefined) matched.add(earlier)
      return { ...finding, change: earlier === undefined ? ('new' as const) : changeOf(earlier, finding) }
    }),
  }))
  const judged = new Set(
    now.outcomes
      .filter(({ outcome }) => ['problem', 'watch', 'ok'].includes(outcome))
      .map(({ detector }) => detector),
  )
  const continued = new Set(findingsOf(now).map(subjectKey))
  const gone = old.filter((finding) => !matched.has(finding) && !continued.has(subjectKey(finding)))
  const resolved = gone.filter(({ detector }) => judged.has(detector))
  const unanswered = gone.filter(({ detector }) => !judged.has(detector))
  const waiting = unanswered.length === 0 ? {} : { unanswered }
  return { ...now, outcomes, baseline: { name, asOf: before.asOf, resolved, ...waiting } }
}
