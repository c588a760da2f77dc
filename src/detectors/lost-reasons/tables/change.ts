// The share of each reason in the two periods compared.
import { formatNumber, type Table } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { nounOf, titleFor } from '../nouns.ts'
import { atLeast } from '../change.ts'

/** null where nothing was compared. `verdict`: what a rise came to. */
export function changeTable(analysis: Analysis, problemRise: number): Table | null {
  const { comparison, population, lowCoverage } = analysis
  const { change } = comparison
  if (change === null) return null
  const noun = nounOf(population)
  const { before, after, reasons } = change
  return {
    id: `change${noun.suffix}`,
    title: titleFor(noun, `What changed: ${after.label} against ${before.label}`),
    note: `Shares of the ${noun.many} with a reason: ${formatNumber(change.beforeReasoned)} ${before.label}, ${formatNumber(change.afterReasoned)} ${after.label}. p is adjusted for comparing ${reasons.length} reasons${change.untested > 0 ? `; ${formatNumber(change.untested)} rare ones were not compared` : ''}.`,
    columns: [
      { id: 'reason', label: 'Reason', type: 'text' },
      { id: 'before', label: 'Before', type: 'count', priority: 2 },
      { id: 'beforeShare', label: 'Share before', type: 'share' },
      { id: 'after', label: 'After', type: 'count', priority: 2 },
      { id: 'afterShare', label: 'Share after', type: 'share' },
      { id: 'difference', label: 'Difference', type: 'share' },
      { id: 'lower', label: '95 % from', type: 'share', priority: 3 },
      { id: 'upper', label: 'to', type: 'share', priority: 3 },
      { id: 'p', label: 'p', type: 'p', priority: 5 },
      { id: 'adjustedP', label: 'Adjusted p', type: 'p', priority: 4 },
      { id: 'changed', label: 'Changed', type: 'flag' },
      { id: 'verdict', label: 'Verdict', type: 'verdict', priority: 1 },
    ],
    rows: reasons.map((reason) => {
      const rose = reason.changed && reason.difference > 0
      const isProblem = rose && !lowCoverage && atLeast(reason.difference, problemRise)
      return [
        reason.label,
        reason.before,
        reason.beforeShare,
        reason.after,
        reason.afterShare,
        reason.difference,
        reason.lower,
        reason.upper,
        reason.p,
        reason.adjustedP,
        reason.changed,
        isProblem ? 'problem' : rose ? 'watch' : null,
      ]
    }),
  }
}
