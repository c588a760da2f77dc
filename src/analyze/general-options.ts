// Settings of a run that belong to no detector, declared once: flags, environment, salescheck.json, help and checks come from here.
import type { OptionSpecs } from '../detectors/options.ts'
import { models } from '../models/index.ts'

export const generalOptions = {
  model: {
    type: 'choice',
    default: models[0]?.id ?? '',
    choices: models.map((model) => model.id),
    help: 'How the company sells; sets horizons and thresholds.',
  },
  period: {
    type: 'text',
    default: null,
    help: 'The period to judge, such as 2026-Q3, 2026-09 or 2026; default: the newest complete one.',
  },
  team: {
    type: 'text',
    default: null,
    help: 'Only rows of this team count; what salescheck.json says of the team under "teams" holds.',
  },
  since: { type: 'date', default: null, help: 'Only what happened on or after this day counts.' },
  until: { type: 'date', default: null, help: 'Only what happened on or before this day counts.' },
  asOf: {
    type: 'date',
    default: null,
    help: 'The day the exports were made; default: the newest day on which something happened.',
  },
  failOn: {
    type: 'choice',
    default: 'none',
    choices: ['none', 'watch', 'problem', 'new-watch', 'new-problem'],
    help: 'Exit with 1 when a question comes out like this or worse; new-… counts only findings that the baseline does not have.',
  },
  ci: {
    type: 'choice',
    default: 'none',
    choices: ['none', 'auto', 'github', 'gitlab'],
    help: 'Also write for this CI system: the job summary and annotations of GitHub, the Code Quality file of GitLab. auto finds out which one it is.',
  },
  maxRejects: {
    type: 'text',
    default: null,
    help: 'Exit with 2 when more rows than this are rejected: a number, or a share such as 1%.',
    form: { pattern: /^\s*\d+(?:\.\d+)?%?\s*$/, inWords: 'a number or a share such as 1%' },
  },
  evidence: {
    type: 'integer',
    default: 50,
    min: 0,
    max: 10_000,
    unit: 'row ids',
    help: 'How many row ids a finding lists.',
  },
  anonymize: {
    type: 'flag',
    default: false,
    help: 'Pseudonyms instead of the names of people and customers, in every format. What reps and customers typed stays as it is.',
  },
  dateOrder: {
    type: 'choice',
    default: 'auto',
    choices: ['auto', 'day-first', 'month-first', 'year-first'],
    help: 'How dates like 03/04/2026 are read where the column cannot tell.',
  },
  decimal: {
    type: 'choice',
    default: 'auto',
    choices: ['auto', 'point', 'comma'],
    help: 'The decimal sign where the column cannot tell.',
  },
  amountsIn: {
    type: 'choice',
    default: 'units',
    choices: ['units', 'thousands', 'millions'],
    help: 'Unit of the amounts in target files.',
  },
  encoding: {
    type: 'text',
    default: null,
    help: 'Encoding of the files where it is not found, such as windows-1252.',
  },
  memoryLimit: {
    type: 'text',
    default: null,
    help: 'Memory the engine may take, such as 1GB; beyond it spills to a temporary folder.',
    form: { pattern: /^\s*0*[1-9]\d*(?:\.\d+)?\s*[KMGT]i?B\s*$/i, inWords: 'a size such as 512MB or 2GB' },
  },
} as const satisfies OptionSpecs

export type GeneralOptions = typeof generalOptions
