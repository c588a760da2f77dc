// Small reports made by hand.
import type { DetectorOutcome, Finding, Report } from '../../../src/report/index.ts'

export const finding = (more: Partial<Finding> = {}): Finding => ({
  key: 'lost-reasons:rose:reason=Price:2026-Q3',
  detector: 'lost-reasons',
  messageId: 'rose',
  verdict: 'problem',
  sentence: 'Price rose from 8 % to 22 %.',
  subject: [{ column: 'reason', value: 'Price' }],
  period: null,
  measure: {
    name: 'share',
    unit: 'share',
    observed: 0.22,
    expected: 0.08,
    lower: null,
    upper: null,
    intervalOf: 'observed',
  },
  evidence: { test: 'chi-square', statistic: null, p: 0.001, adjustedP: null, n: 240, rows: [] },
  impact: [],
  advice: 'Ask the customers.',
  ...more,
})

export const outcome = (more: Partial<DetectorOutcome> = {}): DetectorOutcome => ({
  detector: 'lost-reasons',
  question: 'Why do we lose deals, and is that changing?',
  outcome: 'problem',
  headline: 'Price leads.',
  reason: null,
  summary: {},
  findings: [finding()],
  tables: [],
  notes: [],
  advice: 'Ask the customers.',
  ...more,
})

export const reportOf = (outcomes: readonly DetectorOutcome[], more: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  tool: { name: 'salescheck', version: '0.1.0' },
  asOf: '2026-09-30',
  asOfFrom: 'newest day of deals.closed_on',
  model: 'subscription',
  settings: [],
  sources: [],
  joins: [],
  warnings: [],
  outcomes: [...outcomes],
  ...more,
})
