// What a user may set.
import type { OptionSpecs, OptionValues } from '../options.ts'

export const options = {
  minGap: {
    type: 'number',
    default: 10,
    min: 0,
    max: 100,
    unit: 'points of 100',
    help: 'How far touchpoints must score above the whole journey to be worth attention.',
  },
  minAnswers: {
    type: 'integer',
    default: 10,
    min: 5,
    max: 10_000,
    unit: 'customers',
    help: 'Fewer customers than this who gave both, or on each side, give no verdict.',
  },
} as const satisfies OptionSpecs

export type Options = OptionValues<typeof options>
