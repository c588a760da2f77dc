// Salesforce: Opportunity History report, one row per change of a deal.
import { definePreset } from './preset.ts'

export const salesforceOpportunityHistory = definePreset({
  id: 'salesforce-opportunity-history',
  product: 'Salesforce',
  table: 'stage_history',
  recognise: ['From Stage', 'To Stage'],
  columns: {
    deal_id: ['Opportunity ID'],
    stage: ['To Stage'],
    from_stage: ['From Stage'],
    entered_on: ['Last Modified', 'Edit Date', 'Change Date'],
    owner: ['Opportunity Owner'],
  },
  ignore: ['Opportunity Name', 'Stage Duration', 'Amount', 'Close Date', 'Stage', 'Created Date'],
})
