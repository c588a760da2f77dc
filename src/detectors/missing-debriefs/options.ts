// The options of missing-debriefs: how many losses must be asked about, and how a debrief is held.
import type { OptionSpecs } from '../options.ts'
import { shareLimitOptions } from '../share-limit.ts'

export const options = {
  minCoverage: {
    type: 'number',
    default: 50,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'Share of the lost deals, and of the lost customers, that must have been debriefed.',
  },
  graceDays: {
    type: 'integer',
    default: 21,
    min: 0,
    max: 365,
    unit: 'days',
    help: 'A loss younger than this is not due for a debrief yet.',
  },
  staleDays: {
    type: 'integer',
    default: 90,
    min: 1,
    max: 3650,
    unit: 'days',
    help: 'When the newest debrief is older than this, losses after it are set apart: the export may end there.',
  },
  maxMinutes: {
    type: 'number',
    default: 30,
    min: 1,
    max: 1440,
    unit: 'minutes',
    help: 'A debrief that takes longer is too long.',
  },
  maxSameDay: {
    type: 'number',
    default: 20,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'Share of debriefs that may be held on the day of the loss or in the same call.',
  },
  maxLong: {
    type: 'number',
    default: 20,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'Share of debriefs that may be too long.',
  },
  maxByOwner: {
    type: 'number',
    default: 20,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'Share of debriefs that the owner of the deal or customer may hold.',
  },
  ...shareLimitOptions,
} as const satisfies OptionSpecs

export type Options = typeof options
