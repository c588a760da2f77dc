// Attio: deals.
import { definePreset } from './preset.ts'

export const attioDeals = definePreset({
  id: 'attio-deals',
  product: 'Attio',
  table: 'deals',
  recognise: ['Deal name', 'Deal stage', 'Deal value'],
  columns: {
    deal_id: ['Record ID'],
    deal_name: ['Deal name'],
    stage: ['Deal stage'],
    owner: ['Deal owner'],
    amount: ['Deal value'],
    customer: ['Associated company'],
    created_on: ['Created at'],
  },
  ignore: ['Associated people', 'Created by'],
})
