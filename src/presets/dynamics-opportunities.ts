// Microsoft Dynamics 365: opportunities; the first three columns are not to be changed when re-imported. Won deals have an actual revenue, open ones an estimate.
import { definePreset } from './preset.ts'

export const dynamicsOpportunities = definePreset({
  id: 'dynamics-opportunities',
  product: 'Microsoft Dynamics 365',
  table: 'deals',
  recognise: ['Topic', 'Est. close date|Est. revenue|Actual Close Date|Pipeline Phase'],
  columns: {
    deal_id: ['(Do Not Modify) Opportunity'],
    deal_name: ['Topic'],
    customer: ['Potential Customer', 'Account'],
    owner: ['Owner'],
    amount: ['Actual Revenue'],
    stage: ['Sales Stage', 'Pipeline Phase', 'Process Stage'],
    status: ['Status'],
    lost_reason: ['Status Reason'],
    closed_on: ['Actual Close Date'],
    expected_close_on: ['Est. close date'],
    created_on: ['Created On'],
    need: ['Client Need'],
    currency: ['Currency'],
    deal_type: ['Opportunity Type'],
    source: ['Lead Source', 'Source Campaign'],
  },
  also: { amount: ['Est. revenue'] },
  ignore: [
    '(Do Not Modify) Row Checksum',
    '(Do Not Modify) Modified On',
    'Contact',
    'Probability',
    'Rating',
    'Forecast Category',
    'Modified On',
    'Description',
    'Current Situation',
    'Next Step',
  ],
})
