// Answers in the order in which a person wants them: what needs attention first, what could not be answered last.
import type { DetectorOutcome, OutcomeName } from '../report/index.ts'

const order: readonly OutcomeName[] = ['problem', 'watch', 'failed', 'ok', 'insufficient-data', 'skipped']

/** Within an outcome as they were asked. */
export const byWeight = (outcomes: readonly DetectorOutcome[]): DetectorOutcome[] =>
  order.flatMap((name) => outcomes.filter(({ outcome }) => outcome === name))
