// What a user may set.
import type { OptionSpecs } from '../options.ts'

export const options = {
  grain: {
    type: 'choice',
    default: 'quarter',
    choices: ['month', 'quarter', 'year'],
    help: 'Length of the periods compared, unless --period names one.',
  },
  compareTo: {
    type: 'choice',
    default: 'previous',
    choices: ['previous', 'year-before'],
    help: 'The mix is compared with that of the period before, or with the same period a year before.',
  },
  plannedMix: {
    type: 'list',
    default: [],
    help: 'The mix the strategy wants, as shares of sales in percent: "Basic=50","Pro=30"; the rest is other products. Compared instead of a period.',
  },
  minPsi: {
    type: 'number',
    default: 0.1,
    min: 0,
    max: 10,
    help: 'A smaller population stability index than this is no drift, however certain.',
  },
  minSales: {
    type: 'integer',
    default: 20,
    min: 5,
    max: 100_000,
    unit: 'sales',
    help: 'Fewer sales in either period give no verdict.',
  },
  attributionWindowDays: {
    type: 'integer',
    default: 365,
    min: 1,
    max: 3650,
    unit: 'days',
    help: 'How long before an answer the latest won deal of the customer may lie to say which product was rated.',
  },
} as const satisfies OptionSpecs
