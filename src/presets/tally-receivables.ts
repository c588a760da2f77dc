// Tally: invoices.
import { definePreset } from './preset.ts'

export const tallyReceivables = definePreset({
  id: 'tally-receivables',
  product: 'Tally',
  table: 'invoices',
  recognise: ['Ref. No.', "Party's Name", 'Pending Amount'],
  columns: {
    invoice_id: ['Ref. No.'],
    customer: ["Party's Name"],
    issued_on: ['Date'],
    due_on: ['Due on'],
    amount: ['Pending Amount'],
  },
  ignore: ['Overdue by days'],
  dateOrder: 'day-first',
})
