// Freshsales: deals.
import { definePreset } from './preset.ts'

export const freshsalesDeals = definePreset({
  id: 'freshsales-deals',
  product: 'Freshsales',
  table: 'deals',
  recognise: ['Deal Stage', 'Deal Value', 'Expected close date|Closed date|Sales owner'],
  columns: {
    deal_name: ['Deal Name'],
    amount: ['Deal Value'],
    deal_type: ['Type'],
    expected_close_on: ['Expected close date'],
    closed_on: ['Closed date'],
    product: ['Product'],
    owner: ['Sales owner', 'Owner'],
    pipeline: ['Deal Pipeline'],
    stage: ['Deal Stage'],
    customer: ['Account Name', 'Account'],
    source: ['Source'],
    lost_reason: ['Lost reason'],
    created_on: ['Created at'],
    currency: ['Deal Currency', 'Currency'],
    deal_id: ['Deal ID', 'ID'],
  },
  ignore: ['Payment status', 'Probability', 'Related Contacts', 'Campaign'],
})
