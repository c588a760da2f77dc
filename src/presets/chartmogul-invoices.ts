// ChartMogul: invoices with a number for the status and no amount.
import { definePreset } from './preset.ts'

export const chartmogulInvoices = definePreset({
  id: 'chartmogul-invoices',
  product: 'ChartMogul',
  table: 'invoices',
  recognise: ['INVOICED_AT', 'EXTERNAL_ID'],
  columns: {
    invoice_id: ['EXTERNAL_ID'],
    customer_id: ['DATA_SOURCE_CUSTOMER_EXTERNAL_ID'],
    issued_on: ['INVOICED_AT'],
    due_on: ['DUE_AT'],
    status: ['STATUS'],
    currency: ['CURRENCY'],
  },
  ignore: ['ID', 'CREATED_AT', 'UPDATED_AT'],
  values: { status: { issued: ['0'], paid: ['1'], credited: ['2'], cancelled: ['3', '4'] } },
})
