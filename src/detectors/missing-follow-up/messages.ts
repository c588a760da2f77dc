// What is said of sales that nobody followed up.
export const messages = {
  'few-contacts': '{share} had no contact within {days} days of the sale (limit: {limit}).{effect}',
  'few-in-group': '{column} {group}: {share} had no contact within {days} days (limit: {limit}).',
} as const

export type Message = keyof typeof messages
