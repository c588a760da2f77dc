// Too many losses carry no reason for any of them to be called the first.
import { formatNumber, formatShare, type ReportPeriod } from '../../../report/index.ts'
import { wilsonInterval } from '../../../stats/index.ts'
import type { Analysis } from '../analysis.ts'
import { countOf, interval, nounOf } from '../nouns.ts'
import { moneyOf } from '../tally.ts'
import { cellsWhere, type ReasonDraft } from './draft.ts'

export function coverageFinding(
  analysis: Analysis,
  minCoverage: number,
  period: ReportPeriod | null,
): ReasonDraft[] {
  const { population, vocabulary, tally, coverage, lowCoverage } = analysis
  if (!lowCoverage || coverage === null) return []
  const noun = nounOf(population)
  const { lower, upper } = wilsonInterval(tally.reasoned, tally.losses)
  return [
    {
      messageId: 'low-coverage',
      verdict: 'watch',
      data: {
        reasoned: formatNumber(tally.reasoned),
        total: countOf(tally.losses, noun),
        coverage: formatShare(coverage),
        interval: interval(lower ?? 0, upper ?? 1),
        minimum: formatShare(minCoverage / 100),
        kind: population.kind,
        cells: cellsWhere(vocabulary, (said) => said === 'unspecified'),
      },
      subject: [{ column: population.reason, value: 'no reason' }],
      period,
      measure: {
        name: `share of ${noun.many} that carry a reason`,
        unit: 'share',
        observed: coverage,
        expected: minCoverage / 100,
        lower,
        upper,
        intervalOf: 'observed',
        numerator: `${noun.many} with a reason`,
        denominator: countOf(tally.losses, noun),
      },
      evidence: {
        test: `fixed limit of ${formatShare(minCoverage / 100)}`,
        statistic: null,
        p: null,
        adjustedP: null,
        n: tally.losses,
      },
      impact: moneyOf(
        new Map(tally.currencies.map(({ currency, lossValue, value }) => [currency, lossValue - value])),
      ),
      advice:
        'Ask for a reason when a deal is closed as lost, from a short list, and begin with the owners whose coverage is lowest.',
    },
  ]
}
