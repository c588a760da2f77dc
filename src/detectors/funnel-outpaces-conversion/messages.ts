// The sentences of the findings. Every number comes with what it was counted from.

const counts =
  '{olderRate} of the older half ({olderConversions} of {olderLeads}), {newerRate} of the newer half ({newerConversions} of {newerLeads})'
const fall = '{fall} over {months} ({span}; 95 % interval {interval})'

export const messages = {
  'funnel-outpaces-conversion': `{entrantsFirst} grew by {growth} a month, but {conversions} fell behind by ${fall}: ${counts}. About {missing} fewer than at the rate of the older half.`,
  'conversion-may-lag': `{entrantsFirst} grew by {growth} a month and {conversions} may be falling behind, by ${fall}: ${counts}. The evidence is weak (p {p}): up to one healthy funnel in five looks like this.`,
  'conversion-declined': `{conversionsFirst} fell by ${fall} while {entrants} did not grow ({growth} a month): ${counts}. About {missing} fewer than at the rate of the older half.`,
  'totals-fell': `{conversionsFirst} fell by ${fall} while {entrants} changed by {growth} a month: ${counts}. Only totals can be compared here, so this may be delay instead of loss.`,
} as const
