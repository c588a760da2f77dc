// What the process answers: 0 ran; 1 ran and something is at or over --fail-on; 2 did not run; 130 interrupted.
import type { Report } from '../index.ts'

export const exitCodes = { ok: 0, failed: 1, error: 2, interrupted: 130 } as const

export type FailOn = 'none' | 'watch' | 'problem'

/** Outcomes at or over the failing level; a detector that failed (our bug) always counts once a level is set. */
export function failing(report: Report, failOn: FailOn): Report['outcomes'] {
  if (failOn === 'none') return []
  const levels = failOn === 'watch' ? ['watch', 'problem', 'failed'] : ['problem', 'failed']
  return report.outcomes.filter(({ outcome }) => levels.includes(outcome))
}
