// Close: opportunities by field names; what Close calls a lead is the company.
import { definePreset } from './preset.ts'

export const closeOpportunities = definePreset({
  id: 'close-opportunities',
  product: 'Close',
  table: 'deals',
  recognise: ['status_type', 'lead_name|lead_id', 'status_label|value_period'],
  columns: {
    deal_id: ['id'],
    customer_id: ['lead_id'],
    customer: ['lead_name'],
    stage: ['status_label'],
    status: ['status_type'],
    pipeline: ['pipeline_name'],
    amount: ['value'],
    currency: ['value_currency'],
    owner: ['user_name'],
    created_on: ['date_created'],
    closed_on: ['date_won'],
    expected_close_on: ['close_date'],
  },
  also: { closed_on: ['date_lost'] },
  ignore: [
    'status_id',
    'pipeline_id',
    'value_period',
    'value_formatted',
    'expected_value',
    'confidence',
    'contact_id',
    'contact_name',
    'user_id',
    'note',
    'date_updated',
  ],
})
