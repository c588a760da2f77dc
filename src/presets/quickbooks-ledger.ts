// QuickBooks Online: general ledger or transaction detail; what is not an invoice, receipt or credit is set aside.
import { definePreset } from './preset.ts'

export const quickbooksLedger = definePreset({
  id: 'quickbooks-ledger',
  product: 'QuickBooks Online',
  table: 'invoices',
  recognise: ['Transaction Type', 'Split', 'Num'],
  columns: {
    invoice_id: ['Num'],
    customer: ['Name', 'Customer'],
    issued_on: ['Date'],
    amount: ['Amount'],
    kind: ['Transaction Type'],
    currency: ['Currency'],
  },
  ignore: ['Memo/Description', 'Split', 'Balance'],
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
