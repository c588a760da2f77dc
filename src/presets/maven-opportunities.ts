// Maven Analytics practice data: deals.
import { definePreset } from './preset.ts'

export const mavenOpportunities = definePreset({
  id: 'maven-opportunities',
  product: 'Maven Analytics practice data',
  table: 'deals',
  recognise: ['opportunity_id', 'sales_agent', 'deal_stage', 'close_value'],
  columns: {
    deal_id: ['opportunity_id'],
    owner: ['sales_agent'],
    product: ['product'],
    customer: ['account'],
    stage: ['deal_stage'],
    created_on: ['engage_date'],
    closed_on: ['close_date'],
    amount: ['close_value'],
  },
})
