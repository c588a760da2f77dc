// QuickBooks Online: invoices.
import { definePreset } from './preset.ts'

export const quickbooksArAging = definePreset({
  id: 'quickbooks-ar-aging',
  product: 'QuickBooks Online',
  table: 'invoices',
  recognise: ['Transaction type', 'Num', 'Customer full name'],
  columns: {
    invoice_id: ['Num'],
    customer: ['Customer full name'],
    issued_on: ['Date'],
    due_on: ['Due date'],
    amount: ['Amount'],
    kind: ['Transaction type'],
    currency: ['Currency'],
  },
  ignore: ['Open balance'],
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
