// What is said of incentives that did not wait for the customer.
export const messages = {
  'paid-early': '{share} were paid before the customer confirmed (limit: {limit}).{exposure}{effect}',
  'paid-early-in-group':
    '{column} {group}: {share} were paid before the customer confirmed (limit: {limit}).',
  'paid-on-taken-back':
    '{share} were paid on invoices that have been cancelled or credited since (limit: {limit}).{exposure}',
} as const

export type Message = keyof typeof messages
