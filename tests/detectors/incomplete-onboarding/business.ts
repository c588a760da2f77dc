// Small businesses for tests: customers with their papers, each with a first invoice and a first use.
import { addDays } from '../../../src/schema/index.ts'
import type { Data } from '../scenario.ts'

type Row = Record<string, string | null>

export interface CustomerPlan {
  readonly customers: number
  /** Which field of the nth customer is empty; null: none. */
  readonly lacks: (index: number, owner: string) => string | null
  readonly owners?: readonly string[]
  readonly customer?: (index: number) => Row
  /** false: no first invoice. */
  readonly invoiced?: (index: number) => boolean
}

const names = ['Ann', 'Bo', 'Cy', 'Dee'] as const

/** Customers from 2024-01-01 on, one a day; first use 20 days later, first invoice 10 days later. */
export function business({ customers, lacks, owners = names, customer, invoiced }: CustomerPlan): Data {
  const rows: Row[] = []
  const invoices: Row[] = []
  for (let index = 0; index < customers; index += 1) {
    const since = addDays('2024-01-01', index)
    const owner = owners[index % owners.length] ?? 'Ann'
    const empty = lacks(index, owner)
    rows.push({
      customer_id: `C${String(index).padStart(4, '0')}`,
      customer: `Customer ${index}`,
      owner,
      segment: index % 3 === 0 ? 'Large' : 'Small',
      start_on: since,
      activated_on: addDays(since, 20),
      ended_on: null,
      end_value: '10.00',
      currency: 'EUR',
      billing_contact: 'a@b.example',
      tax_id: '12-345',
      payment_details: 'Card',
      signed_contract: 'yes',
      ...(empty === null ? {} : { [empty]: null }),
      ...customer?.(index),
    })
    if (invoiced?.(index) ?? true)
      invoices.push({
        invoice_id: `I${index}`,
        customer_id: `C${String(index).padStart(4, '0')}`,
        customer: `Customer ${index}`,
        issued_on: addDays(since, 10),
        amount: '10.00',
        status: 'paid',
      })
  }
  return { customers: rows, invoices }
}
