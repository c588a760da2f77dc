// Odoo Invoicing: customer invoices and refunds by technical names; bills and drafts are set aside.
import { definePreset } from './preset.ts'

export const odooInvoices = definePreset({
  id: 'odoo-invoices',
  product: 'Odoo Invoicing',
  table: 'invoices',
  recognise: ['amount_total', 'invoice_date', 'payment_state|move_type'],
  columns: {
    invoice_id: ['name'],
    customer: ['partner_id/name', 'invoice_partner_display_name'],
    issued_on: ['invoice_date'],
    due_on: ['invoice_date_due'],
    amount: ['amount_total'],
    status: ['payment_state'],
    owner: ['invoice_user_id/name'],
    kind: ['move_type'],
    currency: ['currency_id/name'],
  },
  ignore: ['amount_residual'],
  values: { kind: { credit: ['out_refund'] }, status: { paid: ['in_payment'], credited: ['reversed'] } },
  setAside: [
    { header: 'move_type', words: ['in_invoice', 'in_refund', 'in_receipt', 'entry'], class: 'purchase' },
    { header: 'state', words: ['draft', 'cancel'], class: 'draft' },
  ],
})
