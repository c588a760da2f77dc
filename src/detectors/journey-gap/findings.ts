// One finding for the company; single touchpoints only where the company as a whole shows no gap.
import { formatCount, formatNumber, type Measure, type ReportPeriod } from '../../report/index.ts'
import type { Draft } from '../detector.ts'
import type { Analysis, Handoff, Input } from './analysis.ts'
import { isCompared, type Comparison } from './comparison.ts'
import type { Message } from './messages.ts'

/** Points of 100: `74`, in differences `15.4`. */
export const pointsText = (value: number): string => formatNumber(value)
export const gapText = (value: number): string => formatNumber(value, 1)

/** `the same 232 customers`, `150 and 60 customers, not the same ones`. */
export const customersText = ({ how, touchCustomers, journeyCustomers }: Comparison): string =>
  how === 'paired'
    ? `the same ${formatCount(touchCustomers, 'customer')}`
    : `${formatNumber(touchCustomers)} and ${formatCount(journeyCustomers, 'customer')}, not the same ones`

const measureOf = ({ touch, journey, lower, upper, how }: Comparison): Measure => ({
  name: 'points of the whole journey, 0 to 100, beside those of touchpoints',
  unit: 'points',
  observed: journey,
  expected: touch,
  // The interval is of touchpoints minus journey; observed minus expected has the other sign.
  lower: upper === null ? null : -upper,
  upper: lower === null ? null : -lower,
  intervalOf: 'difference',
  numerator: 'points of all customers, each by the mean of its answers',
  denominator: how === 'paired' ? 'customers who gave both' : 'customers on each side',
})

const evidenceOf = (compared: Comparison, adjustedP: number | null): Draft['evidence'] => ({
  test:
    compared.how === 'paired'
      ? 'paired t-test of the same customers, two-sided'
      : "Welch's t-test of different customers, two-sided",
  statistic: compared.t,
  p: compared.p,
  adjustedP,
  n:
    compared.how === 'paired' ? compared.touchCustomers : compared.touchCustomers + compared.journeyCustomers,
})

const numbersOf = (compared: Comparison): Record<string, string> => ({
  touch: pointsText(compared.touch),
  journey: pointsText(compared.journey),
  customers: customersText(compared),
  gap: gapText(compared.gap),
  lower: compared.lower === null ? 'n/a' : gapText(compared.lower),
  upper: compared.upper === null ? 'n/a' : gapText(compared.upper),
})

/** The hand-off where most is lost, named when there are several. */
function worstText(handoffs: readonly Handoff[]): string {
  const known = handoffs.filter(({ compared }) => isCompared(compared))
  const [first] = known
  if (known.length < 2 || first === undefined || !isCompared(first.compared)) return ''
  return ` It is widest at ${first.touchpoint} (${gapText(first.compared.gap)}).`
}

const periodOf = ({ period }: Input): ReportPeriod | null => period

function messageOf({ verdict, fromMix }: Analysis): Message {
  if (fromMix) return 'gap-from-mix'
  return verdict === 'problem' ? 'journey-gap' : 'gap-may-be-chance'
}

function companyFinding(analysis: Analysis, input: Input, segments: string): Draft<Message> | null {
  const { compared, verdict, mix } = analysis
  if (!isCompared(compared) || (verdict !== 'problem' && verdict !== 'watch')) return null
  return {
    messageId: messageOf(analysis),
    verdict,
    data: {
      ...numbersOf(compared),
      worst: worstText(analysis.handoffs),
      doubt:
        compared.lower === null
          ? 'nothing varies, so no interval can be given'
          : `95 % interval ${gapText(compared.lower)} to ${gapText(compared.upper ?? 0)}`,
      segments,
      rate: gapText(mix?.rateEffect ?? 0),
      mix: gapText(mix?.mixEffect ?? 0),
      by: analysis.by ?? '',
      how: compared.how,
      below: String(compared.touch - input.options.minGap),
    },
    subject: [],
    period: periodOf(input),
    measure: measureOf(compared),
    evidence: evidenceOf(compared, null),
    impact: [],
  }
}

function handoffFinding(handoff: Handoff, analysis: Analysis, input: Input): Draft<Message>[] {
  const { compared, touchpoint, verdict, adjustedP } = handoff
  if (!isCompared(compared) || verdict !== 'watch') return []
  return [
    {
      messageId: 'handoff-gap',
      verdict,
      data: {
        ...numbersOf(compared),
        touchpoint,
        by: analysis.by ?? '',
        how: compared.how,
        below: String(compared.touch - input.options.minGap),
      },
      subject: [{ column: 'touchpoint', value: touchpoint }],
      period: periodOf(input),
      measure: measureOf(compared),
      evidence: evidenceOf(compared, adjustedP),
      impact: [],
    },
  ]
}

export function findingsOf(analysis: Analysis, input: Input, segments: string): Draft<Message>[] {
  const company = companyFinding(analysis, input, segments)
  if (company !== null) return [company]
  if (analysis.verdict === null) return []
  return analysis.handoffs.flatMap((handoff) => handoffFinding(handoff, analysis, input))
}
