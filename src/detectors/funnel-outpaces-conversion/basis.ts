// Which tables carry the funnel, best first. The first alternative whose columns are there is read; the others are not touched.
import type { TableName } from '../../schema/index.ts'
import type { Columns, Present } from '../detector.ts'

/**
 * - `lead-dates`: leads say when they converted
 * - `won-deals`: leads say nothing, but the won deal of a lead does
 * - `deals`: no leads at all, deals from created to won
 * - `lead-flags`: leads say that they converted, not when
 * - `calendar`: deals cannot be traced to leads, only counted beside them month by month
 * - `leads-only`: nothing records a conversion
 */
export type Basis = 'lead-dates' | 'won-deals' | 'deals' | 'lead-flags' | 'calendar' | 'leads-only'

export const required = [
  { leads: ['created_on', 'converted_on'] },
  { leads: ['created_on', 'lead_id'], deals: ['lead_id', 'status', 'closed_on'] },
  { leads: ['created_on', 'deal_id'], deals: ['deal_id', 'status', 'closed_on'] },
  { deals: ['created_on', 'status', 'closed_on'] },
  { leads: ['created_on', 'converted'] },
  { leads: ['created_on'], deals: ['status', 'closed_on'] },
] as const satisfies readonly Columns[]

export const partial = [{ leads: ['created_on'] }] as const satisfies readonly Columns[]

export const optional = {
  leads: ['lead_id', 'source', 'converted', 'deal_id'],
  deals: ['deal_id', 'lead_id', 'source', 'amount', 'currency', 'created_on', 'status', 'closed_on'],
} as const satisfies Columns

const hasAll = (present: Present, table: TableName, columns: readonly string[]): boolean =>
  present.has(table) && columns.every((column) => present.has(table, column))

export const hasWonDates = (present: Present): boolean => hasAll(present, 'deals', ['status', 'closed_on'])

/** How a lead finds its deal: the deal names the lead, the lead names the deal, or both. */
export const links = (present: Present): { byLeadId: boolean; byDealId: boolean } => ({
  byLeadId: present.has('leads', 'lead_id') && present.has('deals', 'lead_id'),
  byDealId: present.has('leads', 'deal_id') && present.has('deals', 'deal_id'),
})

export function basisOf(present: Present): Basis {
  if (!hasAll(present, 'leads', ['created_on'])) return 'deals'
  if (present.has('leads', 'converted_on')) return 'lead-dates'
  const { byLeadId, byDealId } = links(present)
  if (hasWonDates(present) && (byLeadId || byDealId)) return 'won-deals'
  if (present.has('leads', 'converted')) return 'lead-flags'
  return hasWonDates(present) ? 'calendar' : 'leads-only'
}

/** The table that records the conversion: data reach no further than its newest event. */
export const recordingTable = (basis: Basis): TableName =>
  basis === 'won-deals' || basis === 'deals' ? 'deals' : 'leads'

/** The table whose rows enter the funnel. */
export const funnelTable = (basis: Basis): TableName => (basis === 'deals' ? 'deals' : 'leads')

/** The day of each conversion is known: young leads can be told from bad ones, and the verdict is a full one. */
export const isDated = (basis: Basis): boolean =>
  basis === 'lead-dates' || basis === 'won-deals' || basis === 'deals'
