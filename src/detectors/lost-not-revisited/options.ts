// What a user may set.
import type { OptionSpecs } from '../options.ts'

export const options = {
  horizonDays: {
    type: 'integer',
    default: 180,
    min: 1,
    max: 1095,
    unit: 'days',
    help: 'A lost deal counts as won back when that happens within this many days of the loss.',
  },
  lookBackDays: {
    type: 'integer',
    default: 1095,
    min: 30,
    max: 3650,
    unit: 'days',
    help: 'Losses longer ago than this are not looked at.',
  },
  minLosses: {
    type: 'integer',
    default: 20,
    min: 2,
    max: 100_000,
    unit: 'lost deals',
    help: 'Fewer than this in the older or the newer half give no verdict.',
  },
  minWonBack: {
    type: 'integer',
    default: 10,
    min: 1,
    max: 100_000,
    unit: 'deals won back',
    help: 'Fewer deals won back than this, in both halves together, never make a problem.',
  },
  minFall: {
    type: 'number',
    default: 20,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'The rate must have fallen by this share of what it was.',
  },
  reasons: {
    type: 'list',
    default: ['timing', 'budget', 'no decision'],
    help: 'Kinds of lost reasons that pass with time: categories of reasons, or budget.',
  },
  restDays: {
    type: 'integer',
    default: 30,
    min: 0,
    max: 1095,
    unit: 'days',
    help: 'A loss is worth going back to once it is older than this.',
  },
} as const satisfies OptionSpecs

export type Options = typeof options
