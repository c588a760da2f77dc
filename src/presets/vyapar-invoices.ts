// Vyapar: invoices.
import { definePreset } from './preset.ts'

export const vyaparInvoices = definePreset({
  id: 'vyapar-invoices',
  product: 'Vyapar',
  table: 'invoices',
  recognise: ['Party Name', 'Invoice No', 'Total Amount'],
  columns: {
    invoice_id: ['Invoice No'],
    customer: ['Party Name'],
    issued_on: ['Invoice Date'],
    amount: ['Total Amount'],
    status: ['Payment Status'],
    due_on: ['Due Date'],
  },
  ignore: ['Balance Due'],
  dateOrder: 'day-first',
})
