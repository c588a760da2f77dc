// What is said of proposals that came before anybody understood.
export const messages = {
  premature: '{share} had it too early (limit: {limit}): {reasons}.{effect}',
  'premature-in-group': '{column} {group}: {share} had it too early (limit: {limit}).',
} as const

export type Message = keyof typeof messages
