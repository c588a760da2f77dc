import { describe, expect, it } from 'vitest'
import { explainDetector, explainOptions } from '../../src/analyze/explain.ts'
import { defineDetector, type Detector } from '../../src/detectors/detector.ts'

const toy: Detector = defineDetector({
  id: 'late-invoices',
  question: 'Who pays late?',
  explanation: 'Money is missing.\n\nDays are counted.\n\nHolidays are not.',
  advice: 'Call them.',
  needs: {
    required: [{ invoices: ['issued_on', 'paid_on'] }, { invoices: ['due_on'], customers: ['customer'] }],
    optional: { invoices: ['amount'] },
  },
  options: {
    mostDays: { type: 'integer', default: 30, min: 1, max: 90, unit: 'days', help: 'Days allowed.' },
  },
  rows: {},
  messages: {},
  queries: () => ({}),
  decide: () => ({ outcome: 'ok', headline: '', summary: {}, findings: [], tables: [] }),
})

const options = `What to do

  Call them.

Needs, any one of

  invoices (issued_on, paid_on)
  invoices (due_on) with customers (customer)

Reads where present

  invoices (amount)

Options

  --late-invoices.most-days
    Days allowed. Default: 30 days.

  --late-invoices.severity
    What the findings count for at most, for --fail-on and in CI; the report
    keeps its verdicts. Default: problem.
`

describe('a detector explained', () => {
  it('tells what it needs and what can be set', () => {
    expect(explainOptions(toy, 80)).toBe(options)
  })

  it('tells the rest itself where its README is not at hand', () => {
    expect(explainDetector(toy, 80)).toBe(
      `late-invoices\n\n  Who pays late?\n\n  Money is missing.\n\n  Days are counted.\n\n  Holidays are not.\n\n${options}`,
    )
  })

  it('fits a narrow terminal', () => {
    for (const line of explainOptions(toy, 30).split('\n')) expect(line.length).toBeLessThanOrEqual(30)
  })
})
