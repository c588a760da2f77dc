// QuickBooks Online: customers.
import { definePreset } from './preset.ts'

export const quickbooksCustomers = definePreset({
  id: 'quickbooks-customers',
  product: 'QuickBooks Online',
  table: 'customers',
  recognise: ['Customer', 'Phone Numbers|Phone', 'Billing Address|Full Name', 'Open Balance'],
  columns: {
    customer: ['Customer'],
    currency: ['Currency'],
  },
  ignore: ['Phone Numbers', 'Email', 'Full Name', 'Billing Address', 'Open Balance'],
})
