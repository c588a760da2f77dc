// Salesforce: quotas in the documented upload layout.
import { definePreset } from './preset.ts'

export const salesforceQuotas = definePreset({
  id: 'salesforce-quotas',
  product: 'Salesforce',
  table: 'targets',
  recognise: ['Quota Amount', 'Forecast Type Name|Forecast Type ID'],
  columns: {
    entity: ['User Name'],
    start_on: ['Start Date'],
    target_amount: ['Quota Amount'],
    currency: ['Currency Code'],
  },
  ignore: ['User ID', 'Forecast Type Name', 'Forecast Type ID'],
  constants: { level: 'owner' },
})
