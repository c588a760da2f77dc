// What the process answers: 0 ran; 1 ran and something is at or over --fail-on; 2 did not run; 130 interrupted.
import { countedAs, type Report, type Settings } from '../index.ts'

export const exitCodes = { ok: 0, failed: 1, error: 2, interrupted: 130 } as const

export type FailOn = Settings['general']['failOn']

/**
 * Why the run fails, one reason per question; empty when it does not. A detector that failed (our bug) always counts once a level is
 * set. With a `new-` level only findings count that are new or worse against the baseline. A question counts for no more than its
 * severity allows.
 */
export function failures(report: Report, failOn: FailOn): string[] {
  if (failOn === 'none') return []
  const onlyNew = failOn.startsWith('new-')
  const levels = failOn.endsWith('watch') ? ['watch', 'problem'] : ['problem']
  return report.outcomes.flatMap(({ detector, outcome, findings }) => {
    if (outcome === 'failed') return [`${detector} failed`]
    const counts = (verdict: 'problem' | 'watch'): boolean =>
      levels.includes(countedAs(report, detector, verdict) ?? '')
    if (!onlyNew)
      return (outcome === 'problem' || outcome === 'watch') && counts(outcome)
        ? [`${detector} is ${outcome}`]
        : []
    const fresh = findings.filter(
      ({ verdict, change }) => counts(verdict) && (change === 'new' || change === 'worse'),
    )
    return fresh.length === 0 ? [] : [`${detector} has ${fresh.length} new or worse`]
  })
}
