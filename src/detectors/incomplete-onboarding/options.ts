// The options of incomplete-onboarding: which fields must be filled, and for how many customers they may be empty.
import type { OptionSpecs } from '../options.ts'
import { shareLimitOptions } from '../share-limit.ts'

export const options = {
  requiredFields: {
    type: 'list',
    default: [
      'billing_contact',
      'tax_id',
      'payment_details',
      'signed_contract',
      'required_1',
      'required_2',
      'required_3',
      'required_4',
    ],
    help: 'Columns of the customers that must be filled; required_1 to required_4 are yours to map to any header in salescheck.json.',
  },
  maxIncomplete: {
    type: 'number',
    default: 10,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'Share of customers that may lack a required field at the first invoice or first use.',
  },
  ...shareLimitOptions,
} as const satisfies OptionSpecs

export type Options = typeof options
