// Chargebee: invoices.
import { definePreset } from './preset.ts'

export const chargebeeInvoices = definePreset({
  id: 'chargebee-invoices',
  product: 'Chargebee',
  table: 'invoices',
  recognise: ['subscription_id', 'amount_due', 'dunning_status|amount_to_collect|write_off_amount'],
  columns: {
    invoice_id: ['id', 'invoice_number'],
    customer_id: ['customer_id'],
    customer: ['billing_address_company'],
    issued_on: ['date'],
    due_on: ['due_date'],
    paid_on: ['paid_at'],
    status: ['status'],
    currency: ['currency_code'],
    amount: ['total'],
  },
  ignore: [
    'subscription_id',
    'sub_total',
    'tax',
    'amount_paid',
    'amount_adjusted',
    'amount_due',
    'amount_to_collect',
    'credits_applied',
    'write_off_amount',
    'dunning_status',
    'billing_address_email',
    'billing_address_country',
  ],
})
