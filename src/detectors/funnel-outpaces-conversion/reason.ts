// Why no verdict can be given, and what would help: in the user's words.
import { formatCount, formatShare } from '../../report/index.ts'
import type { Analysis } from './analysis.ts'
import type { Wording } from './wording.ts'

export function reasonOf(analysis: Analysis, otherwise: string, wording: Wording): string {
  const { months, usable, settings, census, followUpDays } = analysis
  const { entrants, many } = wording
  const leads = months.reduce((sum, month) => sum + month.leads, 0)
  if (leads === 0)
    return analysis.groups.length === 0 && followUpDays === null
      ? `there are no ${entrants} with a creation date up to ${census.end}`
      : `no month with ${entrants} was over on ${census.end}, where the data end`
  const converted = months.reduce((sum, { conversions }) => sum + conversions, 0)
  if (converted === 0)
    return `not one of ${formatCount(leads, wording.entrant, entrants)} has led to a ${wording.one} ${census.basis === 'calendar' ? 'in these months' : `within ${formatCount(settings.horizonDays, 'day')}`}; where sales take longer, set a longer horizonDays`
  if (usable.length < settings.minMonths)
    return `only ${usable.length} of ${formatCount(months.length, 'month')} ${usable.length === 1 ? 'is' : 'are'} old enough to be judged, and ${settings.minMonths} are needed (a month counts once ${formatShare(analysis.minMaturity)} of its ${many} have had time to come); more history helps`
  const seen = usable.reduce((sum, { conversions }) => sum + conversions, 0)
  if (seen < settings.minConversions)
    return `the usable months have only ${formatCount(seen, wording.one, many)}, and ${settings.minConversions} are needed; a longer history or a longer horizonDays helps`
  return `no trend can be fitted: ${otherwise}`
}
