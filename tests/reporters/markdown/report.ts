// A report of one question whose every text is given: for tests of what Markdown makes of it.
import type { DetectorOutcome, Finding, Report, Table } from '../../../src/report/index.ts'

/** A ranking with every column that the section knows, one row per reason. */
export const ranking = (reasons: readonly string[], more: Partial<Table> = {}): Table => ({
  id: 'ranking',
  title: 'Why deals are lost',
  note: 'Share: of 80.\nOf closed deals: of 200.\nCoverage: 80 of 100.',
  columns: [
    { id: 'rank', label: 'Rank', type: 'text' },
    { id: 'reason', label: 'Reason', type: 'text' },
    { id: 'deals', label: 'Deals', type: 'count' },
    { id: 'share', label: 'Share', type: 'share' },
    { id: 'lower', label: 'from', type: 'share' },
    { id: 'upper', label: 'to', type: 'share' },
    { id: 'value', label: 'Value', type: 'money', currencyFrom: 'currency' },
    { id: 'currency', label: 'Currency', type: 'text' },
    { id: 'valueShare', label: 'of value', type: 'share' },
    { id: 'change', label: 'Change', type: 'text' },
    { id: 'ofClosed', label: 'of closed deals', type: 'share' },
    { id: 'cumulative', label: 'Cumulative', type: 'share' },
    { id: 'category', label: 'Category', type: 'text' },
  ],
  rows: reasons.map((reason, index) => {
    const deals = 40 - index
    return [
      `${index + 1}`,
      reason,
      deals,
      deals / 80,
      0.2,
      0.6,
      1000 + index,
      'EUR',
      0.5,
      '+14',
      0.2,
      0.5,
      'price',
    ]
  }),
  ...more,
})

export const outcome = (more: Partial<DetectorOutcome> = {}): DetectorOutcome => ({
  detector: 'lost-reasons',
  question: 'Why do we lose deals?',
  outcome: 'ok',
  headline: 'Price leads.',
  reason: null,
  summary: {},
  findings: [],
  tables: [ranking(['Price', 'Timing'])],
  notes: [],
  advice: 'Ask.',
  ...more,
})

const finding = (text: string): Finding => ({
  key: text,
  detector: 'lost-reasons',
  messageId: 'share-rose',
  verdict: 'watch',
  sentence: text,
  subject: [{ column: 'lost_reason', value: text }],
  period: null,
  measure: {
    name: text,
    unit: 'share',
    observed: null,
    expected: null,
    lower: null,
    upper: null,
    intervalOf: 'observed',
  },
  evidence: { test: text, statistic: null, p: 0.0001, adjustedP: null, n: 40, rows: [] },
  impact: [{ amount: 5, currency: text }],
  advice: text,
})

export const report = (outcomes: readonly DetectorOutcome[], more: Partial<Report> = {}): Report => ({
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

/** A report with this text wherever a text of the user's data, or of a saved report, may stand. */
export function reportOf(text: string): Report {
  const table = ranking([text, `${text} ${text}`], {
    title: text,
    note: `${text}\nsecond ${text}`,
    totalRows: 9,
  })
  return report(
    [
      outcome({
        question: text,
        headline: text,
        reason: `because ${text}`,
        outcome: 'insufficient-data',
        findings: [finding(text)],
        tables: [table, { ...table, id: 'ranking-by-product-1', note: text }],
        notes: [text],
        advice: text,
      }),
    ],
    {
      tool: { name: 'salescheck', version: text },
      model: text,
      sources: [
        {
          name: text,
          sha256: '',
          bytes: 0,
          compression: 'none',
          encoding: 'utf-8',
          dialect: null,
          table: 'deals',
          recognised: text,
          preset: null,
          rows: { read: 1, used: 1, rejected: 0, setAside: [] },
          mapping: [],
          unmapped: [],
          rejects: [],
          warnings: [],
        },
      ],
      baseline: { name: text, asOf: null, resolved: [finding(text)] },
      history: [
        {
          schemaVersion: 1,
          asOf: null,
          outcomes: [{ detector: text, outcome: 'ok', findings: 0, numbers: {} }],
        },
      ],
    },
  )
}
