// SuiteCRM: customers.
import { definePreset } from './preset.ts'

export const suitecrmAccounts = definePreset({
  id: 'suitecrm-accounts',
  product: 'SuiteCRM',
  table: 'customers',
  recognise: ['Name', 'Assigned to', 'Parent Account ID|Billing Postal Code'],
  columns: {
    customer_id: ['ID'],
    customer: ['Name'],
    segment: ['Industry', 'Type'],
    region: ['Billing Country'],
    owner: ['Assigned to'],
  },
  ignore: [
    'Website',
    'Email Address',
    'Office Phone',
    'Billing Street',
    'Billing City',
    'Billing State',
    'Billing Postal Code',
    'Annual Revenue',
    'Employees',
    'Parent Account ID',
    'Date Created',
    'Date Modified',
  ],
  setAside: [{ header: 'Deleted', words: ['1', 'true'], class: 'soft-deleted' }],
})
