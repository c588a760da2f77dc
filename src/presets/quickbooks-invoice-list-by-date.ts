// QuickBooks Online: invoices.
import { definePreset } from './preset.ts'

export const quickbooksInvoiceListByDate = definePreset({
  id: 'quickbooks-invoice-list-by-date',
  product: 'QuickBooks Online',
  table: 'invoices',
  recognise: ['Date', 'Transaction type', 'Num', 'Open balance', 'Name|Memo'],
  columns: {
    invoice_id: ['Num'],
    customer: ['Name', 'Customer'],
    issued_on: ['Date'],
    due_on: ['Due date'],
    amount: ['Amount'],
    // A custom field says more than the type of the document, which is nearly always an invoice.
    kind: ['Revenue type', 'Transaction type'],
    currency: ['Currency'],
  },
  ignore: ['Memo', 'Open balance'],
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
