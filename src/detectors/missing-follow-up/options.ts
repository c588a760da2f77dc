// The options of missing-follow-up: how soon a new customer must be contacted, and how many may be forgotten.
import type { OptionSpecs } from '../options.ts'
import { shareLimitOptions } from '../share-limit.ts'

export const options = {
  withinDays: {
    type: 'integer',
    default: 30,
    min: 1,
    max: 365,
    unit: 'days',
    help: 'A customer must be contacted within this many days after the sale.',
  },
  maxMissing: {
    type: 'number',
    default: 20,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'Share of won deals that may go without a contact in that time.',
  },
  kinds: {
    type: 'list',
    default: [],
    help: 'Kinds of contact that count, as the export writes them (call, meeting); none given: all of them.',
  },
  ...shareLimitOptions,
} as const satisfies OptionSpecs

export type Options = typeof options
