// Zoho CRM: deals under their older name, potentials.
import { definePreset } from './preset.ts'

export const zohoCrmPotentials = definePreset({
  id: 'zoho-crm-potentials',
  product: 'Zoho CRM',
  table: 'deals',
  recognise: ['Potential Name', 'Closing Date'],
  columns: {
    deal_name: ['Potential Name'],
    owner: ['Potential Owner'],
    created_on: ['Created Time'],
    closed_on: ['Closing Date'],
    amount: ['Amount'],
    stage: ['Stage'],
    deal_type: ['Type'],
    source: ['Lead Source'],
    lead_id: ['LEADID'],
    deal_id: ['Potential Id', 'POTENTIALID'],
    customer: ['Account Name'],
    lost_reason: ['Reason For Loss'],
    customer_id: ['Account Id'],
  },
  ignore: ['Expected Revenue', 'Forecast Type', 'Probability', 'Age in Days', 'Campaign Id'],
})
