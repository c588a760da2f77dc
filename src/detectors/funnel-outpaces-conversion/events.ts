// One row per lead, whatever table the funnel is read from: id, created, converted, source, dateless.
import { join, raw, sql, type Dialect, type Sql } from '../../sql/index.ts'
import type { Present } from '../detector.ts'
import { links, type Basis } from './basis.ts'

const wonDeals = (key: string): Sql => sql`SELECT ${raw(key)}, min(closed_on) AS won_on FROM deals
  WHERE status = 'won' AND closed_on IS NOT NULL AND ${raw(key)} IS NOT NULL GROUP BY ${raw(key)}`

/** A lead's conversion is its first won deal, found by whichever link there is. */
function leadsWithWonDeals(present: Present): Sql {
  const { byLeadId, byDealId } = links(present)
  const joins: Sql[] = []
  if (byLeadId)
    joins.push(sql`LEFT JOIN (${wonDeals('lead_id')}) AS by_lead ON by_lead.lead_id = leads.lead_id`)
  if (byDealId)
    joins.push(sql`LEFT JOIN (${wonDeals('deal_id')}) AS by_deal ON by_deal.deal_id = leads.deal_id`)
  const won =
    byLeadId && byDealId
      ? raw(`CASE WHEN by_lead.won_on IS NULL THEN by_deal.won_on
          WHEN by_deal.won_on < by_lead.won_on THEN by_deal.won_on ELSE by_lead.won_on END`)
      : raw(byLeadId ? 'by_lead.won_on' : 'by_deal.won_on')
  return sql`SELECT leads.lead_id AS id, leads.created_on AS created, ${won} AS converted, leads.source AS source,
    0 AS dateless FROM leads ${join(joins, ' ')}`
}

/** Bases that know the day of a conversion. The others have counts of their own (queries.ts). */
export function events(basis: Basis, present: Present, dialect: Dialect): Sql {
  if (basis === 'won-deals') return leadsWithWonDeals(present)
  if (basis === 'deals')
    return sql`SELECT deal_id AS id, created_on AS created, CASE WHEN status = 'won' THEN closed_on END AS converted,
      source AS source, CASE WHEN status = 'won' AND closed_on IS NULL THEN 1 ELSE 0 END AS dateless FROM deals`
  const dated = basis === 'lead-dates' ? raw('leads.converted_on') : dialect.nullOf('date')
  return sql`SELECT lead_id AS id, created_on AS created, ${dated} AS converted, source AS source,
    CASE WHEN leads.converted AND ${dated} IS NULL THEN 1 ELSE 0 END AS dateless FROM leads`
}
