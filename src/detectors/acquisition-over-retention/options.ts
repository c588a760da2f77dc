// What a user may set.
import type { OptionSpecs } from '../options.ts'

export const options = {
  maxLost: {
    type: 'number',
    default: 15,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'More of the revenue at the start than this may not be lost within the window.',
  },
  minCustomers: {
    type: 'integer',
    default: 20,
    min: 1,
    max: 100_000,
    unit: 'customers',
    help: 'Fewer customers with revenue at the start give no verdict.',
  },
  windowDays: {
    type: 'integer',
    default: 365,
    min: 28,
    max: 1095,
    unit: 'days',
    help: 'From invoices: the windows that are compared; a customer who left within the last one is a defector.',
  },
  graceDays: {
    type: 'integer',
    default: 90,
    min: 0,
    max: 365,
    unit: 'days',
    help: 'From invoices: how much longer than a window a customer may go without one before it counts as lost.',
  },
  recentDays: {
    type: 'integer',
    default: 90,
    min: 7,
    max: 365,
    unit: 'days',
    help: 'Days that count as recent, and days without contact that count as silent.',
  },
  minRenewals: {
    type: 'integer',
    default: 20,
    min: 1,
    max: 100_000,
    unit: 'invoices',
    help: 'Fewer renewals, or incentives on new business, say nothing about what is rewarded.',
  },
} as const satisfies OptionSpecs

export type Options = typeof options
