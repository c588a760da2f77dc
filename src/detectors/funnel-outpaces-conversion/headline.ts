// The answer in one sentence, for every outcome.
import { formatCount, formatNumber, formatShare } from '../../report/index.ts'
import type { Analysis } from './analysis.ts'
import { isDated } from './basis.ts'
import type { Estimate } from './estimate.ts'
import { growthText } from './findings.ts'
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

function movement({ halves, census, usable }: Analysis, wording: Wording): string {
  const rates = (halves ?? []).map(({ rate }) =>
    rate === null ? 'n/a' : census.basis === 'calendar' ? formatNumber(rate, 2) : formatShare(rate, 1),
  )
  const [older = 'n/a', newer = 'n/a'] = rates
  return `${wording.rate} went from ${older} in the older half to ${newer} in the newer half of ${formatCount(usable.length, 'month')}`
}

export function headlineOf(analysis: Analysis, estimate: Estimate, wording: Wording): string {
  const { usable, census, settings } = analysis
  const bad = fallen(estimate, wording, formatCount(usable.length, 'month'), isDated(census.basis))
  if (bad !== null) return bad
  const growth = growthText(estimate.leadsGrowth)
  const leads = estimate.leadsGrow
    ? `${wording.entrants} grow by ${growth.replace('+', '')} a month`
    : `${wording.entrants} are not clearly growing (${growth} a month)`
  const opening =
    estimate.gapLower > 0
      ? 'Conversion improves'
      : estimate.leadsGrow
        ? 'Conversion keeps pace'
        : 'No gap to worry about'
  const small = estimate.totalGap < 0 && estimate.gapP <= estimate.gapLimit
  const size = small
    ? `, a fall of less than the ${formatShare(settings.minGap)} that matter`
    : estimate.gapLower > 0
      ? ''
      : ', no clear fall'
  return `${opening}: ${leads}, and ${movement(analysis, wording)}${size}.`
}
