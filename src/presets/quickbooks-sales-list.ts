// QuickBooks Online: invoices.
import { definePreset } from './preset.ts'

export const quickbooksSalesList = definePreset({
  id: 'quickbooks-sales-list',
  product: 'QuickBooks Online',
  table: 'invoices',
  recognise: ['Transaction date', 'Transaction type', 'No.'],
  columns: {
    invoice_id: ['No.'],
    customer: ['Name', 'Customer'],
    issued_on: ['Transaction date'],
    due_on: ['Due date'],
    amount: ['Total'],
    currency: ['Currency'],
    status: ['Status'],
    kind: ['Transaction type'],
  },
  ignore: ['Balance'],
  values: { kind: { credit: ['credit memo', 'refund receipt', 'refund'] } },
  setAside: [
    {
      header: 'Transaction Type',
      words: [
        'payment',
        'estimate',
        'deposit',
        'journal entry',
        'bill',
        'bill payment',
        'bill payment (check)',
        'bill payment (credit card)',
        'check',
        'expense',
        'transfer',
        'purchase order',
        'vendor credit',
        'credit card expense',
        'credit card payment',
        'payroll check',
        'charge',
        'time charge',
      ],
      class: 'not-an-invoice',
    },
  ],
})
