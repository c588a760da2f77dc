// What a user may set. The limits are those of the method; the age itself is learned from the deals.
import type { OptionSpecs } from '../options.ts'

export const options = {
  wonShare: {
    type: 'number',
    default: 90,
    min: 50,
    max: 100,
    unit: 'percent',
    help: 'An open deal is stalled once it is older than the age by which this share of all wins has happened.',
  },
  maxStalled: {
    type: 'number',
    default: 30,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'More stalled deals than this share of the open ones are too many.',
  },
  minStalled: {
    type: 'integer',
    default: 10,
    min: 1,
    max: 100_000,
    unit: 'deals',
    help: 'Fewer stalled deals than this are never a problem.',
  },
  minWon: {
    type: 'integer',
    default: 20,
    min: 1,
    max: 100_000,
    unit: 'won deals',
    help: 'Fewer won deals than this do not say how long a win takes, in all or in a stage.',
  },
  minOpen: {
    type: 'integer',
    default: 20,
    min: 1,
    max: 100_000,
    unit: 'open deals',
    help: 'Fewer open deals than this give no verdict, for the company or for an owner.',
  },
} as const satisfies OptionSpecs

export type Options = typeof options
