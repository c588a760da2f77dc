// The decision on rows written by hand, and the list of required fields.
import { describe, expect, it } from 'vitest'
import { defaultOptions } from '../../../src/analyze/run-detector.ts'
import { decide } from '../../../src/detectors/incomplete-onboarding/decide.ts'
import { fieldsOf } from '../../../src/detectors/incomplete-onboarding/fields.ts'
import { incompleteOnboarding } from '../../../src/detectors/incomplete-onboarding/index.ts'
import { surroundings } from '../surroundings.ts'

type Input = Parameters<typeof decide>[0]

const input = (rows: Partial<Input['rows']>): Input => ({
  rows: { totals: [], fields: [], values: [], groups: [], waiting: [], nps: [], ...rows },
  options: defaultOptions(incompleteOnboarding) as Input['options'],
  ...surroundings('2024-12-31'),
})

const totals = (due: number, missing: number) => ({
  customers: due,
  incomplete: missing,
  due,
  dueIncomplete: missing,
})

describe('the limit of one in ten', () => {
  // One-sided score test of 15 of 100 against 0.1: z = 1.667, p = 0.048; of 14: z = 1.333, p = 0.091.
  it.each([
    [15, 'problem'],
    [14, 'watch'],
    [10, 'ok'],
  ])('%i of 100 incomplete is %s', (missing, outcome) => {
    expect(decide(input({ totals: [totals(100, missing)] })).outcome).toBe(outcome)
  })

  it('certain but small is not large: 13 % of 10,000', () => {
    expect(decide(input({ totals: [totals(10_000, 1300)] })).outcome).toBe('watch')
  })

  it('an owner beyond the limit is named in the headline where the company keeps it', () => {
    const groups = [{ grouping: 'owner', key: 'o0', label: 'O0', hits: 15, total: 30 }]
    expect(decide(input({ totals: [totals(300, 15)], groups })).headline).toBe(
      '15 of 300 customers (5 %, 95 % interval 3-8 %) started without a required field; too many with 1 owner, first O0 (15 of 30, 50 %).',
    )
    expect(decide(input({ totals: [totals(300, 150)], groups })).headline).toMatch(
      /without a required field\.$/,
    )
  })

  it('the field most often missing is named', () => {
    const fields = [
      { field: 'tax_id', missing: 30, due: 100 },
      { field: 'billing_contact', missing: 12, due: 100 },
    ]
    expect(decide(input({ totals: [totals(100, 36)], fields })).headline).toBe(
      '36 of 100 customers (36 %, 95 % interval 27-46 %) started without a required field, most often tax id (30, 30 %).',
    )
  })
})

describe('required fields', () => {
  const present = { has: (_table: string, column?: string) => column !== 'tax_id' }

  it('are named as people write them, once each', () => {
    expect(fieldsOf(['Billing contact', 'billing-contact', 'tax_id', 'Blood group'], present)).toEqual({
      present: ['billing_contact'],
      absent: ['tax_id'],
      unknown: ['Blood group'],
    })
  })

  it('that the export has none of cannot be judged', () => {
    const outcome = decide({
      ...input({ totals: [totals(100, 0)] }),
      present: { has: (table, column) => table === 'customers' && column === undefined },
    })
    expect(outcome.outcome).toBe('insufficient-data')
    expect(outcome.reason).toContain('none of the required fields is in the export')
  })
})
