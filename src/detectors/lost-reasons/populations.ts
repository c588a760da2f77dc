// Who was lost: deals, customers or leads. Each is read from its own table and ranked apart from the others.
import type { TableName } from '../../schema/index.ts'
import { raw, sql, type Sql } from '../../sql/index.ts'
import type { Present } from '../detector.ts'

/**
 * - `lost`: lost deals
 * - `churned`: customers that left
 * - `churn-category`: the same customers by the group of their reason; ranked only
 * - `lead`: leads given up; read only where no lost deal carries a reason
 */
export type Kind = 'lost' | 'churned' | 'churn-category' | 'lead'

export interface Population {
  readonly kind: Kind
  readonly table: TableName
  readonly reason: string
  /** Rows that belong to it. */
  readonly where: Sql
  /** The day of the loss; null where the table has none. */
  readonly day: string | null
  readonly amount: string | null
  readonly currency: string | null
  readonly identity: string
  readonly segments: readonly string[]
}

const segmentColumns = ['segment', 'product', 'owner', 'team', 'source', 'competitor']

const present = (has: Present, table: TableName, columns: readonly string[]): string[] =>
  columns.filter((column) => has.has(table, column))

const only = (has: Present, table: TableName, column: string): string | null =>
  has.has(table, column) ? column : null

function lostDeals(has: Present): Population[] {
  if (!has.has('deals', 'lost_reason') || !has.has('deals', 'status')) return []
  return [
    {
      kind: 'lost',
      table: 'deals',
      reason: 'lost_reason',
      where: sql`status = 'lost'`,
      day: only(has, 'deals', 'closed_on'),
      amount: only(has, 'deals', 'amount'),
      currency: only(has, 'deals', 'currency'),
      identity: 'deal_id',
      segments: present(has, 'deals', segmentColumns),
    },
  ]
}

function churnedCustomers(has: Present): Population[] {
  const reasons = present(has, 'customers', ['churn_reason', 'churn_category'])
  const [reason] = reasons
  if (reason === undefined) return []
  const given = reasons.map((column) => `${column} IS NOT NULL`)
  const left = has.has('customers', 'status') ? ["status = 'churned'"] : []
  const shared = {
    table: 'customers',
    where: sql`(${raw([...left, ...given].join(' OR '))})`,
    day: only(has, 'customers', 'ended_on'),
    amount: only(has, 'customers', 'start_value'),
    currency: only(has, 'customers', 'currency'),
    identity: 'customer_id',
  } as const
  const segments = present(has, 'customers', ['segment', 'product', 'owner', 'team'])
  const churned: Population = { ...shared, kind: 'churned', reason, segments }
  if (reasons.length < 2) return [churned]
  return [churned, { ...shared, kind: 'churn-category', reason: 'churn_category', segments: [] }]
}

function lostLeads(has: Present): Population[] {
  if (!has.has('leads', 'lost_reason')) return []
  const unconverted = [
    ...present(has, 'leads', ['converted_on']).map((column) => `${column} IS NULL`),
    ...present(has, 'leads', ['converted']).map((column) => `COALESCE(${column}, FALSE) = FALSE`),
  ]
  return [
    {
      kind: 'lead',
      table: 'leads',
      reason: 'lost_reason',
      // An open lead has no reason yet: only those with one are known to be given up.
      where: raw(['lost_reason IS NOT NULL', ...unconverted].join(' AND ')),
      day: null,
      amount: null,
      currency: null,
      identity: 'lead_id',
      segments: present(has, 'leads', ['segment', 'product', 'owner', 'team', 'source']),
    },
  ]
}

/** The populations that the data of this run hold. */
export const populations = (has: Present): readonly Population[] => [
  ...lostDeals(has),
  ...churnedCustomers(has),
  ...lostLeads(has),
]
