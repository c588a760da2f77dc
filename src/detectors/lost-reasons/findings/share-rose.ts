// A reason's share rose between the two periods: by 10 points a problem, else worth watching.
import { formatNumber, formatP, formatShare } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { atLeast, largestRise, type Change, type ReasonChange } from '../change.ts'
import { countOf, nounOf, points } from '../nouns.ts'
import { cellsWhere, type ReasonDraft } from './draft.ts'

const tests: ReadonlyMap<string, string> = new Map([
  ['N-1 chi2', 'N-1 chi-square test of two shares'],
  ['fisher', 'Fisher-Irwin exact test of two shares'],
])
export const testName = (method: string): string => tests.get(method) ?? 'test of two shares'

function draft(analysis: Analysis, change: Change, reason: ReasonChange, isProblem: boolean): ReasonDraft {
  const { population, vocabulary } = analysis
  const noun = nounOf(population)
  return {
    messageId: 'share-rose',
    verdict: isProblem ? 'problem' : 'watch',
    data: {
      reason: reason.label,
      losses: noun.many,
      before: formatNumber(reason.before),
      beforeReasoned: formatNumber(change.beforeReasoned),
      beforeShare: formatShare(reason.beforeShare),
      beforePeriod: change.before.label,
      after: formatNumber(reason.after),
      afterReasoned: formatNumber(change.afterReasoned),
      afterShare: formatShare(reason.afterShare),
      afterPeriod: change.after.label,
      points: points(reason.difference),
      lower: points(reason.lower),
      upper: points(reason.upper),
      p: formatP(reason.adjustedP),
      kind: population.kind,
      cells: cellsWhere(vocabulary, (said) => typeof said === 'object' && said.labels.includes(reason.label)),
    },
    subject: [{ column: population.reason, value: reason.label }],
    period: change.after,
    measure: {
      name: `share of ${noun.many} that name ${reason.label}`,
      unit: 'share',
      observed: reason.afterShare,
      expected: reason.beforeShare,
      lower: reason.lower,
      upper: reason.upper,
      intervalOf: 'difference',
      numerator: `${noun.many} naming it, ${change.after.label}`,
      denominator: `${countOf(change.afterReasoned, noun)} with a reason, ${change.after.label}`,
    },
    evidence: {
      test: testName(reason.test),
      statistic: null,
      p: reason.p,
      adjustedP: reason.adjustedP,
      n: change.beforeReasoned + change.afterReasoned,
    },
    impact: reason.value,
    advice: `Talk to some of the customers behind the rows named here before anything is changed: what is typed as ${reason.label} is a guess until they confirm it.`,
  }
}

/** Largest rise first. With low coverage nothing is claimed with confidence: no rise is more than worth watching. */
export function risesOf(analysis: Analysis, problemRise: number): ReasonDraft[] {
  const { change } = analysis.comparison
  if (change === null) return []
  return change.reasons
    .filter(({ changed, difference }) => changed && difference > 0)
    .sort(largestRise)
    .map((reason) =>
      draft(analysis, change, reason, !analysis.lowCoverage && atLeast(reason.difference, problemRise)),
    )
}
