// Businesses with planted truth, through a real engine: healthy ones with a trap, and faulty ones.
import { describe, expect, it } from 'vitest'
import { incompleteOnboarding } from '../../../src/detectors/incomplete-onboarding/index.ts'
import { addDays } from '../../../src/schema/index.ts'
import { runOn, type RunOptions } from '../scenario.ts'
import { business, type CustomerPlan } from './business.ts'

const asOf = '2024-12-31'
const run = (plan: CustomerPlan, options: RunOptions = {}) =>
  runOn(incompleteOnboarding, business(plan), { asOf, ...options })
const everyNth = (nth: number, field: string) => (index: number) => (index % nth === 0 ? field : null)

describe('healthy businesses stay clear', () => {
  it('customers who have not started yet may still lack everything', async () => {
    const outcome = await run({
      customers: 100,
      lacks: (index) => (index >= 50 ? 'tax_id' : null),
      customer: (index) => (index >= 50 ? { activated_on: null } : {}),
      invoiced: (index) => index < 50,
    })
    expect(outcome).toMatchObject({ outcome: 'ok', summary: { customers: 100, due: 50, dueIncomplete: 0 } })
    expect(outcome.notes.join(' ')).toContain('50 customers neither invoiced nor active yet')
  })

  it('drafts and credit notes start nobody', async () => {
    const data = business({
      customers: 60,
      lacks: (index) => (index >= 40 ? 'tax_id' : null),
      customer: (index) => (index >= 40 ? { activated_on: null } : {}),
    })
    const invoices = (data.invoices ?? []).map((row, index) =>
      index < 40 ? row : { ...row, ...(index % 2 === 0 ? { status: 'draft' } : { amount: '-10.00' }) },
    )
    const outcome = await runOn(incompleteOnboarding, { ...data, invoices }, { asOf })
    expect(outcome).toMatchObject({ outcome: 'ok', summary: { due: 40 } })
  })

  it('nineteen customers, all incomplete, are too few to judge', async () => {
    const outcome = await run({ customers: 19, lacks: () => 'billing_contact' })
    expect(outcome).toMatchObject({ outcome: 'insufficient-data', findings: [] })
    expect(outcome.tables[0]?.id).toBe('fields')
  })

  it('a field that the export does not have is not missing', async () => {
    const data = business({ customers: 60, lacks: () => null })
    const customers = (data.customers ?? []).map(({ tax_id: _none, ...row }) => row)
    const outcome = await runOn(incompleteOnboarding, { ...data, customers }, { asOf })
    expect(outcome).toMatchObject({
      outcome: 'ok',
      summary: { fields: ['billing_contact', 'payment_details', 'signed_contract'] },
    })
    expect(outcome.notes.join(' ')).toContain('Not in the export, so not looked at: tax id.')
  })

  it('one in thirteen customers is within the limit', async () => {
    expect((await run({ customers: 240, lacks: everyNth(13, 'tax_id') })).outcome).toBe('ok')
  })

  it('a field taken from the list may be empty', async () => {
    const options = { requiredFields: ['Billing contact', 'payment_details'] }
    expect((await run({ customers: 60, lacks: () => 'tax_id' }, { options })).outcome).toBe('ok')
  })
})

describe('faults are found', () => {
  it('every third customer starts without a paper', async () => {
    const fields = ['billing_contact', 'tax_id']
    const outcome = await run({
      customers: 120,
      lacks: (index) => (index % 3 === 0 ? (fields[(index / 3) % 2] ?? null) : null),
    })
    expect(outcome.outcome).toBe('problem')
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.sentence).toMatch(
      /^40 of 120 customers \(33 %, 95 % interval 26-42 %\) lack billing contact, tax id, payment details or signed contract \(limit: at most 10 %\)\./,
    )
    expect(outcome.findings[0]?.impact).toEqual([{ amount: 400, currency: 'EUR' }])
    expect(outcome.findings[0]?.evidence.rows).toMatchObject([{ table: 'customers', total: 40 }])
    expect(outcome.tables[0]?.rows.map((row) => row.slice(0, 3))).toEqual([
      ['any of them', 40, 120],
      ['billing contact', 20, 120],
      ['tax id', 20, 120],
      ['payment details', 0, 120],
      ['signed contract', 0, 120],
    ])
  })

  it('cells that say that nothing is there are empty', async () => {
    const outcome = await run({
      customers: 60,
      lacks: () => null,
      customer: (index) => ({
        signed_contract: ['yes', 'No', ' pending ', '2024-01-05.pdf'][index % 4] ?? null,
      }),
    })
    expect(outcome).toMatchObject({ outcome: 'problem', summary: { dueIncomplete: 30 } })
  })

  it('a field of your own, mapped to required_1', async () => {
    const plan: CustomerPlan = {
      customers: 60,
      lacks: () => null,
      customer: (index) => ({ required_1: index % 2 === 0 ? null : 'KYC 17' }),
    }
    expect(await run(plan)).toMatchObject({ outcome: 'problem', summary: { dueIncomplete: 30 } })
  })

  it('one owner whose customers start with nothing, while the company keeps the limit', async () => {
    const owners = Array.from({ length: 12 }, (_, index) => `Owner ${index}`)
    const outcome = await run({
      customers: 360,
      owners,
      lacks: (_index, owner) => (owner === 'Owner 7' ? 'tax_id' : null),
    })
    expect(outcome.findings.map(({ messageId, subject }) => [messageId, subject])).toEqual([
      ['incomplete-in-group', [{ column: 'owner', value: 'Owner 7' }]],
    ])
    expect(outcome.findings[0]?.evidence.rows).toMatchObject([{ table: 'customers', total: 30 }])
  })

  it('money at stake is told per currency', async () => {
    const outcome = await run({
      customers: 60,
      lacks: () => 'tax_id',
      customer: (index) => ({ currency: index % 3 === 0 ? 'GBP' : 'EUR' }),
    })
    expect(outcome.findings[0]?.impact).toEqual([
      { amount: 400, currency: 'EUR' },
      { amount: 200, currency: 'GBP' },
    ])
  })

  it('without any day of a start all customers are judged, and that is said', async () => {
    const customers = Array.from({ length: 40 }, (_, index) => ({
      customer: `Customer ${index}`,
      billing_contact: index % 2 === 0 ? null : 'a@b.example',
    }))
    const outcome = await runOn(incompleteOnboarding, { customers }, { asOf })
    expect(outcome).toMatchObject({ outcome: 'problem', summary: { due: 40, dueIncomplete: 20 } })
    expect(outcome.notes.join(' ')).toContain('Nothing says when a customer started')
  })
})

describe('what goes with it', () => {
  it('days to the first use, and NPS, of incomplete and complete customers', async () => {
    const data = business({
      customers: 80,
      lacks: everyNth(2, 'tax_id'),
      customer: (index) => {
        const since = addDays('2024-01-01', index)
        // One in ten of each kind has not started to use it.
        const used = index % 20 < 2 ? null : addDays(since, index % 2 === 0 ? 60 : 14)
        return { activated_on: used }
      },
    })
    const surveys = Array.from({ length: 80 }, (_, index) => ({
      survey_id: `S${index}`,
      customer_id: `C${String(index).padStart(4, '0')}`,
      customer: `Customer ${index}`,
      answered_on: '2024-11-01',
      score: index % 2 === 0 ? '3' : '9',
    }))
    const outcome = await runOn(incompleteOnboarding, { ...data, surveys }, { asOf })
    expect(outcome.summary).toMatchObject({
      medianDaysIncomplete: 60,
      medianDaysComplete: 14,
      npsDifference: -2,
    })
    expect(outcome.findings[0]?.sentence).toContain('Half of them start to use it within 60 days')
    expect(outcome.tables.map(({ id }) => id)).toEqual([
      'fields',
      'by-owner',
      'by-segment',
      'waiting',
      'contrast',
    ])
  })
})
