// Zoho CRM: customers.
import { definePreset } from './preset.ts'

export const zohoCrmAccounts = definePreset({
  id: 'zoho-crm-accounts',
  product: 'Zoho CRM',
  table: 'customers',
  recognise: ['Account Name', 'Account Owner', 'Account Type'],
  columns: {
    customer_id: ['Record Id', 'Account Id', 'ACCOUNTID'],
    customer: ['Account Name'],
    owner: ['Account Owner'],
    segment: ['Industry', 'Account Type'],
    region: ['Billing Country', 'Billing State'],
  },
  ignore: ['Phone', 'Website', 'Billing Street', 'Billing City', 'Billing Code', 'Description'],
})
