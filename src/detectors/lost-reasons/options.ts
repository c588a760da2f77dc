// The options of lost-reasons, with the defaults of the method.
import type { OptionSpecs } from '../options.ts'
import { administrativeWords } from './words/administrative.ts'

export const options = {
  splitDate: {
    type: 'date',
    default: null,
    help: 'Compare the losses before this day with those from it on, instead of the two newest complete quarters.',
  },
  minReasoned: {
    type: 'integer',
    default: 20,
    min: 1,
    max: 100_000,
    unit: 'losses with a reason',
    help: 'Fewer than this give no verdict.',
  },
  minCoverage: {
    type: 'number',
    default: 70,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'Share of losses that must carry a reason before a reason is called number one.',
  },
  minChange: {
    type: 'number',
    default: 5,
    min: 0,
    max: 100,
    unit: 'percentage points',
    help: "A reason's share must move by this much to count as changed.",
  },
  problemRise: {
    type: 'number',
    default: 10,
    min: 0,
    max: 100,
    unit: 'percentage points',
    help: 'A rise of this much is a problem rather than something to watch.',
  },
  falseDiscoveryRate: {
    type: 'number',
    default: 0.1,
    min: 0,
    max: 1,
    help: 'Highest adjusted p (Benjamini-Hochberg) of a change or a lift that is reported.',
  },
  minLifted: {
    type: 'integer',
    default: 5,
    min: 1,
    max: 100_000,
    unit: 'losses',
    help: 'Fewer losses naming a reason in a segment, or with a reason outside it, never make it stand out.',
  },
  groupBy: {
    type: 'choice',
    default: 'none',
    choices: ['none', 'product', 'segment', 'competitor', 'stage'],
    help: 'Beside the whole ranking, one per value of this column.',
  },
  administrative: {
    type: 'list',
    default: administrativeWords,
    help: 'Reasons that are no loss (duplicate, test, wrong number): counted and listed, not ranked.',
  },
  unspecified: {
    type: 'list',
    default: [],
    help: 'Further words that say nothing, beside blank, n/a, none, unknown, other, tbd and null.',
  },
} as const satisfies OptionSpecs

export type Options = typeof options
