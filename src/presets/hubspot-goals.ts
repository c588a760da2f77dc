// HubSpot: sales goals by property names. The creator of a goal is not whose goal it is.
import { definePreset } from './preset.ts'

export const hubspotGoals = definePreset({
  id: 'hubspot-goals',
  product: 'HubSpot',
  table: 'targets',
  recognise: ['hs_target_amount', 'hs_start_datetime'],
  columns: {
    entity: ['hubspot_owner_id', 'hs_assignee_user_id'],
    start_on: ['hs_start_datetime'],
    end_on: ['hs_end_datetime'],
    target_amount: ['hs_target_amount'],
    grain: ['hs_milestone'],
  },
  ignore: [
    'hs_object_id',
    'hs_goal_name',
    'hs_goal_type',
    'hs_created_by_user_id',
    'hs_goal_target_kpi_type',
  ],
  constants: { level: 'owner' },
})
