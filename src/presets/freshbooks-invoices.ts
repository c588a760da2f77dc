// FreshBooks: invoices, one row per line with the total of the line.
import { definePreset } from './preset.ts'

export const freshbooksInvoices = definePreset({
  id: 'freshbooks-invoices',
  product: 'FreshBooks',
  table: 'invoices',
  recognise: ['Client Name', 'Invoice #', 'Line Total'],
  columns: {
    invoice_id: ['Invoice #'],
    customer: ['Client Name'],
    issued_on: ['Date Issued'],
    due_on: ['Date Due'],
    paid_on: ['Date Paid'],
    status: ['Invoice Status'],
    amount: ['Line Total'],
    currency: ['Currency'],
  },
  ignore: [
    'Item Name',
    'Item Description',
    'Rate',
    'Quantity',
    'Discount Percentage',
    'Line Subtotal',
    'Tax 1 Type',
    'Tax 1 Amount',
    'Tax 2 Type',
    'Tax 2 Amount',
  ],
  amountPerLine: true,
})
