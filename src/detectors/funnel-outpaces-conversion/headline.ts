// The answer in one sentence, for every outcome.
import { formatCount, formatNumber, formatShare } from '../../report/index.ts'
import type { Analysis } from './analysis.ts'
import { isDated } from './basis.ts'
import type { Estimate } from './estimate.ts'
import { growthText } from './findings.ts'
import { shownRate } from './funnel.ts'
import type { Wording } from './wording.ts'

const lost = (estimate: Estimate): string => formatShare(-estimate.totalGap)

function fallen(estimate: Estimate, wording: Wording, months: string, dated: boolean): string | null {
  const growth = growthText(estimate.leadsGrowth)
  if (estimate.conversionDecline)
    return `${wording.conversionsFirst} fell by ${lost(estimate)} over ${months}, while ${wording.entrants} did not grow (${growth} a month).`
  if (estimate.verdict === 'problem')
    return `${wording.entrantsFirst} grow by ${growth.replace('+', '')} a month while ${wording.conversions} fell ${lost(estimate)} behind over ${months}.`
  if (estimate.verdict !== 'watch') return null
  const weak = dated ? 'the evidence is weak' : 'totals alone cannot tell delay from loss'
  return `${wording.conversionsFirst} may be falling behind growing ${wording.entrants} (by ${lost(estimate)} over ${months}); ${weak}.`
}

/** Short enough for one line of a terminal: the numbers behind it are in the table of the two halves. */
function movement({ halves, census }: Analysis, wording: Wording): string {
  const calendar = census.basis === 'calendar'
  const rates = (halves ?? []).map((half) => {
    const rate = shownRate(half.rate, census.basis)
    return rate === null ? 'n/a' : calendar ? formatNumber(rate, 2) : formatShare(rate, 1)
  })
  return `${rates.join(' then ')} ${wording.happens}`
}

function opening({ settings }: Analysis, estimate: Estimate): string {
  if (estimate.gapLower > 0) return 'Conversion improves'
  if (estimate.totalGap < 0 && estimate.gapP <= estimate.gapLimit)
    return `A fall below ${formatShare(settings.minGap)}`
  return estimate.leadsGrow ? 'Conversion keeps pace' : 'No gap to worry about'
}

export function headlineOf(analysis: Analysis, estimate: Estimate, wording: Wording): string {
  const { usable, census } = analysis
  const bad = fallen(estimate, wording, formatCount(usable.length, 'month'), isDated(census.basis))
  if (bad !== null) return bad
  const growth = growthText(estimate.leadsGrowth)
  return `${opening(analysis, estimate)}: ${wording.entrants} ${growth} a month, ${movement(analysis, wording)}.`
}
