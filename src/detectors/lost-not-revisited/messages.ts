// The sentences of the findings. A rate comes with the deals it was counted from.

export const messages = {
  'win-back-fell':
    'Of the losses of {newerSpan} {newerRate} come back within {days} days ({newerBack} of {newerLosses} so far), of those of {olderSpan} {olderRate} ({olderBack} of {olderLosses}): {change} points (95 % interval {interval}). {worth} were never contacted since.',
  'win-back-may-fall':
    'Of the losses of {newerSpan} {newerRate} come back within {days} days ({newerBack} of {newerLosses} so far), of those of {olderSpan} {olderRate} ({olderBack} of {olderLosses}): {change} points (95 % interval {interval}), which may be chance. {worth} were never contacted since.',
  'none-won-back':
    'None of {losses} lost deals came back within {days} days (95 % interval 0-{upper}). {worth} were never contacted since.',
} as const

export type Message = keyof typeof messages
