// Twenty: deals.
import { definePreset } from './preset.ts'

export const twentyOpportunities = definePreset({
  id: 'twenty-opportunities',
  product: 'Twenty',
  table: 'deals',
  recognise: ['closeDate', 'stage', 'pointOfContact'],
  columns: {
    deal_id: ['id'],
    deal_name: ['name'],
    amount: ['amount'],
    closed_on: ['closeDate'],
    stage: ['stage'],
    customer: ['company'],
    owner: ['owner'],
    created_on: ['createdAt'],
    currency: ['amountCurrencyCode'],
  },
  ignore: ['pointOfContact', 'updatedAt', 'deletedAt'],
})
