// Lists that salescheck does not read, told by what their rows are: quotes, purchase orders, tickets, order lines.
import type { TableName } from '../../schema/index.ts'
import { headerForms } from './header.ts'

const things: readonly (readonly [stem: string, plural: string])[] = [
  ['quote', 'quotes'],
  ['purchaseorder', 'purchase orders'],
  ['po', 'purchase orders'],
  ['salesorder', 'sales orders'],
  ['case', 'support cases'],
  ['ticket', 'tickets'],
  ['campaign', 'campaigns'],
  ['contact', 'contacts'],
  ['vendor', 'vendors'],
  ['supplier', 'suppliers'],
  ['shipper', 'shippers'],
  ['bill', 'bills'],
  ['expense', 'expenses'],
  ['payout', 'payouts'],
  ['warehouse', 'warehouses'],
  ['product', 'products'],
  ['category', 'categories'],
  ['location', 'locations'],
]
const marks = ['id', 'number', 'no', 'owner', 'stage', 'name']

/** Tables that may rightly carry such a column beside their own id. */
const harmless: Readonly<Record<string, readonly TableName[]>> = {
  campaign: ['leads', 'deals', 'surveys'],
  contact: ['deals', 'surveys', 'activities', 'invoices', 'interviews', 'customers'],
  product: ['deals', 'surveys', 'targets', 'customers', 'leads'],
  case: ['surveys'],
  ticket: ['surveys', 'activities'],
  quote: ['deals', 'invoices', 'activities'],
  salesorder: ['invoices', 'deals'],
  location: ['deals', 'surveys', 'customers'],
}

/** Tables that may begin with the id of such a thing. */
const besideOthers: Readonly<Record<string, readonly TableName[]>> = {
  contact: ['surveys'],
  case: ['surveys'],
  ticket: ['surveys'],
  campaign: ['surveys'],
  product: ['surveys', 'targets'],
  location: ['surveys', 'targets'],
}

export interface Foreign {
  readonly what: string
  readonly headers: readonly string[]
  /** Tables it may still be. */
  readonly mayBe: readonly TableName[]
}

/** The list a source seems to be when that is none of ours. Two headers must say so, or the first one. */
export function foreignList(names: readonly string[]): Foreign | null {
  const keys = names.map((name) => headerForms(name).keys[0] ?? '')
  for (const [stem, what] of things) {
    const own = new Set(marks.map((mark) => stem + mark))
    const found = names.filter((_, index) => own.has(keys[index] ?? ''))
    const first = own.has(keys[0] ?? '') && !(keys[0] ?? '').endsWith('name')
    if (found.length >= 2 || first)
      return { what, headers: found, mayBe: (first ? besideOthers : harmless)[stem] ?? [] }
  }
  return orderLines(names, keys) ?? funnelPlan(names, keys)
}

/** How many leads are planned per day or month: a target of nobody, and not in money. */
function funnelPlan(names: readonly string[], keys: readonly string[]): Foreign | null {
  const planned = names.filter((_, index) =>
    /^(?:planned|plan|target|goal)(?:leads?|mqls?|sqls?)$/.test(keys[index] ?? ''),
  )
  if (planned.length < 2) return null
  return { what: 'planned numbers of leads', headers: planned, mayBe: [] }
}

const quantities = new Set([
  'quantity',
  'qty',
  'orderquantity',
  'menge',
  'quantite',
  'cantidad',
  'quantidade',
  'quantita',
  'aantal',
])
const prices = new Set([
  'unitprice',
  'listprice',
  'price',
  'itemprice',
  'rate',
  'unitamount',
  'unitcost',
  'einzelpreis',
  'prixunitaire',
  'preciounitario',
])

/** One row per order line: its amounts are parts of an order, and adding or keeping one of them would both be wrong. */
function orderLines(names: readonly string[], keys: readonly string[]): Foreign | null {
  const quantity = keys.findIndex((key) => quantities.has(key))
  const price = keys.findIndex((key) => prices.has(key))
  if (quantity < 0 || price < 0) return null
  return { what: 'order lines', headers: [names[quantity] ?? '', names[price] ?? ''], mayBe: ['deals'] }
}
