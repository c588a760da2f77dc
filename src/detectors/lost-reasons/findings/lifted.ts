// A reason is named more often in one segment than elsewhere.
import { formatNumber, formatP, formatShare, type ReportPeriod } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import type { Lift } from '../lift.ts'
import { mostFindings } from '../limits.ts'
import { countOf, nounOf } from '../nouns.ts'
import { cellsWhere, type ReasonDraft } from './draft.ts'
import { testName } from './share-rose.ts'

export const ratioText = (ratio: number): string => formatNumber(ratio, ratio < 10 ? 1 : 0)

const times = (ratio: number | null): { times: string; than: string } =>
  ratio === null
    ? { times: 'only', than: 'and never' }
    : { times: `${ratioText(ratio)} times as often`, than: 'as' }

function draft(analysis: Analysis, lift: Lift, period: ReportPeriod | null): ReasonDraft {
  const { population, vocabulary } = analysis
  const noun = nounOf(population)
  const upper = lift.upper === null ? 'upwards' : `to ${ratioText(lift.upper)}`
  return {
    messageId: 'lifted',
    verdict: 'watch',
    data: {
      reason: lift.reason,
      losses: noun.many,
      ...times(lift.ratio),
      column: lift.column,
      segment: lift.segment,
      inSegment: formatNumber(lift.inSegment),
      segmentReasoned: formatNumber(lift.segmentReasoned),
      segmentShare: formatShare(lift.inSegment / lift.segmentReasoned),
      elsewhere: formatNumber(lift.elsewhere),
      elsewhereReasoned: formatNumber(lift.elsewhereReasoned),
      elsewhereShare: formatShare(lift.elsewhere / lift.elsewhereReasoned),
      interval: `${ratioText(lift.lower)} ${upper}`,
      p: formatP(lift.adjustedP),
      kind: population.kind,
      key: lift.value,
      cells: cellsWhere(vocabulary, (said) => typeof said === 'object' && said.labels.includes(lift.reason)),
    },
    subject: [
      { column: population.reason, value: lift.reason },
      { column: lift.column, value: lift.segment },
    ],
    period,
    measure: {
      name: `share of ${noun.many} naming ${lift.reason}, ${lift.column} ${lift.segment} against the rest`,
      unit: 'ratio',
      observed: lift.ratio,
      expected: 1,
      lower: lift.lower,
      upper: lift.upper,
      intervalOf: 'ratio',
      numerator: `share of ${countOf(lift.segmentReasoned, noun)} with a reason in ${lift.column} ${lift.segment}`,
      denominator: `share of ${countOf(lift.elsewhereReasoned, noun)} with a reason elsewhere`,
    },
    evidence: {
      test: testName(lift.test),
      statistic: null,
      p: lift.p,
      adjustedP: lift.adjustedP,
      n: lift.segmentReasoned + lift.elsewhereReasoned,
    },
    impact: lift.money,
    advice: `Ask what differs in ${lift.column} ${lift.segment}, and check with those customers whether ${lift.reason} is what it looks like.`,
  }
}

/** All lifts of a population, the strongest first. */
export const liftsOf = (analysis: Analysis): Lift[] =>
  analysis.lifts
    .flatMap(({ lifts }) => lifts.filter(({ lifted }) => lifted))
    .sort((a, b) => a.adjustedP - b.adjustedP)

export const liftFindings = (analysis: Analysis, period: ReportPeriod | null): ReasonDraft[] =>
  liftsOf(analysis)
    .slice(0, mostFindings)
    .map((lift) => draft(analysis, lift, period))
