// The options of target-hit-nps-low; NPS thresholds are given in points, -100 to 100, as people say them.
import type { OptionSpecs, OptionValues } from '../options.ts'

export const options = {
  compareTo: {
    type: 'choice',
    default: 'company',
    choices: ['company', 'threshold'],
    help: 'What an NPS is low against: the rest of the company, or the threshold. The company itself always meets the threshold.',
  },
  npsThreshold: {
    type: 'number',
    default: 0,
    min: -100,
    max: 100,
    unit: 'NPS points',
    help: 'The NPS that must not be undercut, for the company and for everybody with compare-to threshold.',
  },
  gap: {
    type: 'number',
    default: 10,
    min: 0,
    max: 200,
    unit: 'NPS points',
    help: 'How far below the rest of the company an NPS must lie to be called low.',
  },
  npsCeiling: {
    type: 'number',
    default: 50,
    min: -100,
    max: 100,
    unit: 'NPS points',
    help: 'An NPS at or above this is never low, however good the rest of the company is.',
  },
  minResponses: {
    type: 'integer',
    default: 10,
    min: 5,
    max: 10_000,
    unit: 'answers',
    help: 'Fewer answers than this can at most be worth watching.',
  },
  displayFloor: {
    type: 'integer',
    default: 5,
    min: 5,
    max: 10_000,
    unit: 'answers',
    help: 'No NPS is shown or judged from fewer answers than this.',
  },
  attributionWindowDays: {
    type: 'integer',
    default: 365,
    min: 1,
    max: 3650,
    unit: 'days',
    help: 'How long before an answer the latest won deal of the customer may lie to say whose customer answered.',
  },
} as const satisfies OptionSpecs

export type Options = OptionValues<typeof options>
