// The finding behind a verdict: the sentence's numbers, the test, the money.
import {
  formatChange,
  formatCount,
  formatNumber,
  formatP,
  formatShare,
  type ReportPeriod,
  type Verdict,
} from '../../report/index.ts'
import type { Draft } from '../detector.ts'
import type { Analysis } from './analysis.ts'
import { isDated, type Basis } from './basis.ts'
import type { Estimate } from './estimate.ts'
import { shownRate, type Cohort } from './funnel.ts'
import type { Halves } from './halves.ts'
import type { messages } from './messages.ts'
import { spanText } from './span.ts'
import type { Wording } from './wording.ts'
import { missingConversions, type Worth } from './worth.ts'

type Message = keyof typeof messages

/** Growth a month from a log slope: `+3.7 %`, in sentences about growth without the sign. */
export const growthText = (slope: number): string => formatChange(Math.expm1(slope), 1)

/** A fall in positive words, the smaller loss first: `12 % to 45 %`; a limit above 0 is a gain. */
export const fallInterval = ({ totalLower, totalUpper }: Estimate): string => {
  const upper = totalUpper > 0 ? `a gain of ${formatShare(totalUpper)}` : formatShare(-totalUpper)
  return `${upper} to ${formatShare(-totalLower)}`
}

function halfData(halves: Halves, basis: Basis): Record<string, string> {
  const data: Record<string, string> = {}
  for (const { name, rate, conversions, mature } of halves) {
    const shown = shownRate(rate, basis)
    data[`${name}Rate`] = shown === null ? 'n/a' : formatShare(shown, 1)
    data[`${name}Conversions`] = formatNumber(conversions)
    data[`${name}Leads`] = formatNumber(shown === rate ? mature : conversions)
  }
  return data
}

/** The newest usable months that have had all their time, three at most: their unconverted leads are the evidence. */
function newestMonths(usable: readonly Cohort[]): readonly Cohort[] {
  const complete = usable.filter(({ maturity }) => maturity === 1)
  return (complete.length > 0 ? complete : usable).slice(-3)
}

function periodOf(usable: readonly Cohort[]): ReportPeriod {
  const [start, end] = [usable[0]?.period.start ?? '', usable.at(-1)?.period.end ?? '']
  return { grain: 'custom', label: spanText(usable), start, end }
}

const messageOf = (estimate: Estimate, dated: boolean): { id: Message; verdict: Verdict } | null => {
  if (!dated)
    return estimate.verdict === 'watch' || estimate.conversionDecline
      ? { id: 'totals-fell', verdict: 'watch' }
      : null
  if (estimate.conversionDecline) return { id: 'conversion-declined', verdict: 'watch' }
  if (estimate.verdict === 'problem') return { id: 'funnel-outpaces-conversion', verdict: 'problem' }
  return estimate.verdict === 'watch' ? { id: 'conversion-may-lag', verdict: 'watch' } : null
}

export function findingOf(
  { usable, halves, census }: Analysis,
  estimate: Estimate,
  wording: Wording,
  worth: Worth,
): Draft<Message> | null {
  const message = messageOf(estimate, isDated(census.basis))
  if (message === null || halves === null) return null
  const newest = newestMonths(usable)
  const missing = Math.round(missingConversions(halves))
  const growth = growthText(estimate.leadsGrowth)
  return {
    messageId: message.id,
    verdict: message.verdict,
    data: {
      ...halfData(halves, census.basis),
      entrants: wording.entrants,
      entrantsFirst: wording.entrantsFirst,
      conversions: wording.conversions,
      conversionsFirst: wording.conversionsFirst,
      growth: estimate.leadsGrow && message.id !== 'totals-fell' ? growth.replace('+', '') : growth,
      fall: formatShare(-estimate.totalGap),
      interval: fallInterval(estimate),
      months: formatCount(usable.length, 'month'),
      span: spanText(usable),
      p: formatP(estimate.gapP),
      missing: formatCount(missing, wording.one, wording.many),
      newestFrom: newest[0]?.period.start ?? '',
      newestTo: newest.at(-1)?.period.end ?? '',
    },
    subject: [],
    period: periodOf(usable),
    measure: {
      name: `${wording.conversions}, change over the usable months`,
      unit: 'growth',
      observed: estimate.totalGap,
      expected: 0,
      lower: estimate.totalLower,
      upper: estimate.totalUpper,
      intervalOf: 'observed',
      numerator: wording.conversions,
      denominator: `${wording.entrants} that have had time for them`,
    },
    evidence: {
      test: 'log-linear trend of monthly conversions per mature lead (quasi-Poisson), one-sided',
      statistic: estimate.gapT,
      p: estimate.gapP,
      adjustedP: null,
      n: usable.reduce((sum, { leads }) => sum + leads, 0),
    },
    impact: worth.impact,
  }
}
