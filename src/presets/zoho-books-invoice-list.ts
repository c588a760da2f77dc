// Zoho Books: invoices.
import { definePreset } from './preset.ts'

export const zohoBooksInvoiceList = definePreset({
  id: 'zoho-books-invoice-list',
  product: 'Zoho Books',
  table: 'invoices',
  recognise: ['Invoice Date', 'Invoice#', 'Customer Name', 'Balance'],
  columns: {
    invoice_id: ['Invoice#'],
    customer: ['Customer Name'],
    issued_on: ['Invoice Date'],
    due_on: ['Due Date'],
    amount: ['Total'],
    status: ['Status'],
  },
  ignore: ['Balance'],
})
