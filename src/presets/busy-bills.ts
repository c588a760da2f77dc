// Busy: invoices.
import { definePreset } from './preset.ts'

export const busyBills = definePreset({
  id: 'busy-bills',
  product: 'Busy',
  table: 'invoices',
  recognise: ['Party Name', 'Bill No', 'Bill Date'],
  columns: {
    invoice_id: ['Bill No'],
    customer: ['Party Name'],
    issued_on: ['Bill Date'],
    amount: ['Bill Amt'],
  },
  ignore: ['Balance', 'Mobile No'],
  dateOrder: 'day-first',
})
