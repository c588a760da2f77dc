// The sentences of findings.

export const messages = {
  'journey-gap':
    'Touchpoints score {touch} of 100, the whole journey only {journey} ({customers}): a gap of {gap} points (95 % interval {lower} to {upper}).{worst}',
  'gap-may-be-chance':
    'Touchpoints score {touch} of 100 and the whole journey {journey} ({customers}); the gap of {gap} points may be chance ({doubt}).',
  'gap-from-mix':
    'Touchpoints score {touch} of 100 and the whole journey {journey}, but other customers were asked: within the same {segments} the gap is {rate} points, the other {mix} come from who answered.',
  'handoff-gap':
    'After {touchpoint} customers give {touch} of 100, for the whole journey {journey} ({customers}): a gap of {gap} points (95 % interval {lower} to {upper}), though all touchpoints together show none.',
} as const

export type Message = keyof typeof messages
