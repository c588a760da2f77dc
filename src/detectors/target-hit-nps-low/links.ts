// The ways from an answer to a sale that the columns at hand allow.
import { salesTable } from '../../rollups/sales.ts'
import type { DetectorInput } from '../detector.ts'
import type { options } from './options.ts'

export type Input = DetectorInput<typeof options>
export type CustomerKey = 'customer_id_key' | 'customer_key'

export interface Links {
  readonly table: 'deals' | 'invoices' | null
  /** The survey row names its deal (or its order, where invoices stand for deals). */
  readonly bySale: boolean
  /** Join keys through which a customer's latest sale can be found, the surest first. */
  readonly customers: readonly CustomerKey[]
  /** What a sale can tell of an answer that does not say it itself. */
  readonly tells: readonly ('owner' | 'team' | 'product')[]
}

export function linksOf({ present }: Pick<Input, 'present'>): Links {
  const table = salesTable(present)
  if (table === null) return { table, bySale: false, customers: [], tells: [] }
  const byRoster = present.has(table, 'owner') && present.has('owners', 'team')
  const tells = (['owner', 'team', 'product'] as const).filter(
    (name) => present.has(table, name) || (name === 'team' && byRoster),
  )
  if (tells.length === 0) return { table, bySale: false, customers: [], tells }
  const ids = table === 'deals' ? ['deal_id'] : ['deal_id', 'invoice_id']
  const customers = (['customer_id', 'customer'] as const).filter(
    (column) =>
      present.has('surveys', 'answered_on') && present.has('surveys', column) && present.has(table, column),
  )
  return {
    table,
    bySale: present.has('surveys', 'deal_id') && ids.some((column) => present.has(table, column)),
    customers: customers.map((column) => `${column}_key` as const),
    tells,
  }
}
