// expected.json of a company: the outcome every question must have, what must be found, and the numbers behind it.
import type { Truth } from './truth.ts'

interface Subject {
  readonly column: string
  readonly value: string
}

interface ExpectedFinding {
  readonly verdict: 'problem' | 'watch'
  /** Empty: the finding is about the company as a whole. */
  readonly subject: readonly Subject[]
}

interface ExpectedDetector {
  readonly outcome: 'problem' | 'watch' | 'ok'
  readonly findings: readonly ExpectedFinding[]
}

export type Expected = Readonly<Record<string, ExpectedDetector>>

export interface FileFacts {
  readonly table: string
  /** Records below the header; titles, totals and footers are not counted. */
  readonly rows: number
  readonly repeated?: number
  readonly unreadable?: readonly { readonly column: string; readonly text: string }[]
  readonly note?: string
}

const facts = (truth: Truth): Readonly<Record<string, unknown>> => ({
  'target-hit-nps-low': { entities: truth.targets },
  'funnel-outpaces-conversion': { months: truth.funnel },
  'lost-reasons': truth.reasons,
  'stalled-deals': truth.stalled,
  'lost-not-revisited': truth.wonBack,
  'missing-debriefs': truth.debriefs,
  'paid-before-confirmed': truth.incentives,
  'acquisition-over-retention': { perCurrency: truth.retention },
  'journey-gap': truth.journey,
  'product-mix-drift': truth.mix,
  'premature-proposal': truth.proposals,
  'incomplete-onboarding': truth.onboarding,
  'missing-follow-up': truth.followUp,
})

const about = [
  'The truth planted in the files of this folder, written by the program that made them.',
  'detectors: the outcome each question must have; findings: what must be found, at the least, with column and value of its subject',
  '(an empty subject is the company as a whole); where findings is empty, nothing may be found.',
  'facts: counts to compare with, over rows that are read once (repeated rows count once, rows that cannot be used count never).',
].join(' ')

export function expectedJson(
  company: { readonly name: string; readonly asOf: string; readonly period: string },
  files: ReadonlyMap<string, FileFacts>,
  expected: Expected,
  truth: Truth,
): string {
  const known = facts(truth)
  const detectors = Object.fromEntries(
    Object.entries(expected).map(([id, detector]) => [id, { ...detector, facts: known[id] }]),
  )
  const { name, asOf, period } = company
  return `${JSON.stringify({ about, company: name, asOf, period, files: Object.fromEntries(files), detectors }, null, 2)}\n`
}
