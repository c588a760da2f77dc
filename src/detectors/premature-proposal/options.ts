// The options of premature-proposal: what discovery and proposal are called, and how much haste is allowed.
import type { OptionSpecs } from '../options.ts'
import { shareLimitOptions } from '../share-limit.ts'

export const options = {
  minDays: {
    type: 'integer',
    default: 1,
    min: 0,
    max: 365,
    unit: 'days',
    help: 'Days that must lie between discovery and proposal: 1 means not on the same day.',
  },
  maxPremature: {
    type: 'number',
    default: 20,
    min: 0,
    max: 100,
    unit: 'percent',
    help: 'Share of deals with a proposal that may have had it too early.',
  },
  discoveryStages: {
    type: 'list',
    default: [
      'discover',
      'qualif',
      'need',
      'diagnos',
      'assess',
      'analysis',
      'scoping',
      'bedarf',
      'découverte',
      'besoin',
      'descubr',
      'descob',
    ],
    help: 'Words, or beginnings of words, that make a stage discovery.',
  },
  proposalStages: {
    type: 'list',
    default: [
      'proposal',
      'quot',
      'offer',
      'presentation',
      'demo',
      'estimate',
      'angebot',
      'devis',
      'offre',
      'propuesta',
      'proposta',
      'cotiza',
    ],
    help: 'Words, or beginnings of words, that make a stage the proposal; a stage that is discovery is not.',
  },
  ...shareLimitOptions,
} as const satisfies OptionSpecs

export type Options = typeof options
