// SuiteCRM: opportunities; Expected Close Date is the close date of closed deals too. The second amount is in the system currency.
import { definePreset } from './preset.ts'

export const suitecrmOpportunities = definePreset({
  id: 'suitecrm-opportunities',
  product: 'SuiteCRM',
  table: 'deals',
  recognise: ['Opportunity Name', 'Sales Stage', 'Assigned User Name|Assigned User ID'],
  columns: {
    deal_id: ['ID'],
    deal_name: ['Opportunity Name'],
    amount: ['Opportunity Amount'],
    currency: ['Currency'],
    closed_on: ['Expected Close Date'],
    stage: ['Sales Stage'],
    deal_type: ['Opportunity Type'],
    customer: ['Account Name'],
    source: ['Lead Source'],
    owner: ['Assigned User Name'],
    created_on: ['Date Created'],
    lost_reason: ['Lost Reason'],
  },
  ignore: [
    'Probability (%)',
    'Next Step',
    'Description',
    'Amount',
    'campaign_id',
    'Assigned User ID',
    'Date Modified',
    'Created By ID',
    'Modified By ID',
  ],
  setAside: [{ header: 'Deleted', words: ['1', 'true'], class: 'soft-deleted' }],
})
