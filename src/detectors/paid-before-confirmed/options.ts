// What a user may set.
import type { OptionSpecs } from '../options.ts'
import { shareLimitOptions } from '../share-limit.ts'

export const options = {
  maxEarly: {
    type: 'number',
    default: 20,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'Share of incentives that may be paid before the customer has confirmed.',
  },
  maxTakenBack: {
    type: 'number',
    default: 5,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'Share of incentives that may have been paid on invoices cancelled or credited since.',
  },
  ...shareLimitOptions,
} as const satisfies OptionSpecs

export type Options = typeof options
