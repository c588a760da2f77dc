// QuickBooks Online: invoices.
import { definePreset } from './preset.ts'

export const quickbooksOpenInvoices = definePreset({
  id: 'quickbooks-open-invoices',
  product: 'QuickBooks Online',
  table: 'invoices',
  recognise: ['Num', 'Customer', 'Open Balance', 'Date'],
  columns: {
    invoice_id: ['Num'],
    customer: ['Customer'],
    issued_on: ['Date'],
    due_on: ['Due Date'],
    amount: ['Amount'],
    currency: ['Currency'],
  },
  ignore: ['Memo/Description', 'Open Balance', 'Exchange rate'],
})
