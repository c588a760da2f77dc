// The ways from an answer to a sale that the columns at hand allow.
import { customerKeysOf, type CustomerKey } from '../customer-keys.ts'
import type { RollupInput } from '../rollup.ts'
import { salesTable } from '../sales.ts'

export type Input = Pick<RollupInput, 'dialect' | 'present' | 'asOf' | 'since' | 'until' | 'options'>

/** How long before an answer the latest won deal of the customer may lie to say whose customer answered. */
export function windowDays({ options }: Pick<Input, 'options'>): number {
  const days = options['attributionWindowDays']
  if (typeof days !== 'number') throw new TypeError('the asking detector has no attributionWindowDays')
  return days
}

/** What a survey row says of whom it is about; columns that no source fills are left out of the heavy steps. */
export const ownColumns = ({ present }: Pick<Input, 'present'>): ('owner' | 'team' | 'product')[] =>
  (['owner', 'team', 'product'] as const).filter((name) => present.has('surveys', name))

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
  const customers = present.has('surveys', 'answered_on') ? customerKeysOf(present, 'surveys', table) : []
  return {
    table,
    bySale: present.has('surveys', 'deal_id') && ids.some((column) => present.has(table, column)),
    customers,
    tells,
  }
}
