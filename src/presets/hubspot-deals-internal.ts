// HubSpot: deals by property names, as connectors write them. Stages of own pipelines are numbers: the flags decide.
import { definePreset } from './preset.ts'

export const hubspotDealsInternal = definePreset({
  id: 'hubspot-deals-internal',
  product: 'HubSpot',
  table: 'deals',
  recognise: ['dealname', 'hs_object_id|hubspot_owner_id|hs_lastmodifieddate'],
  columns: {
    deal_id: ['hs_object_id'],
    deal_name: ['dealname'],
    stage: ['dealstage'],
    pipeline: ['pipeline'],
    amount: ['amount'],
    currency: ['deal_currency_code'],
    closed_on: ['closedate'],
    created_on: ['createdate'],
    owner: ['hubspot_owner_id'],
    deal_type: ['dealtype'],
    lost_reason: ['closed_lost_reason', 'hs_closed_lost_reason'],
    source: ['hs_analytics_source'],
    team: ['hubspot_team_id'],
    last_activity_on: ['notes_last_updated', 'notes_last_contacted'],
  },
  ignore: [
    'closed_won_reason',
    'hs_lastmodifieddate',
    'hs_acv',
    'hs_arr',
    'hs_mrr',
    'hs_tcv',
    'amount_in_home_currency',
    'hs_manual_forecast_category',
    'hs_next_step',
    'hs_priority',
    'hs_v2_date_entered_contractsent',
  ],
  flags: { won: 'hs_is_closed_won', lost: 'hs_is_closed_lost', closed: 'hs_is_closed' },
})
