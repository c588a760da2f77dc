// The sentences of the findings. Every share comes with what it was counted from.

const age = 'older than {days} days, the age by which {wonShare} of all wins have happened'

export const messages = {
  'pipeline-stalled': `{stalled} of {open} open deals ({share}, 95 % interval {interval}) are ${age}; {beyond} of them are older than any deal that was ever closed ({longest} days).`,
  'pipeline-may-be-stalled': `{stalled} of {open} open deals ({share}, 95 % interval {interval}) are ${age}: more than {limit}, but too few or too close to it to be sure.`,
  'owner-stalled': `{stalled} of {open} open deals of {owner} ({share}, 95 % interval {interval}) are ${age}: more than {limit} (adjusted p {p}), while the company as a whole keeps it.`,
} as const

export type Message = keyof typeof messages
