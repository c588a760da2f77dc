// What is said of customers that started with papers missing.
export const messages = {
  incomplete: '{share} lack {fields} (limit: {limit}).{delay}{effect}',
  'incomplete-in-group': '{column} {group}: {share} lack a required field (limit: {limit}).',
} as const

export type Message = keyof typeof messages
