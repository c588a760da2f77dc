// Salesforce: ForecastingQuota by API names: one row per user, period and forecast type; StartDate is the first day of the period.
import { definePreset } from './preset.ts'

export const salesforceQuotasApi = definePreset({
  id: 'salesforce-quotas-api',
  product: 'Salesforce',
  table: 'targets',
  recognise: ['QuotaOwnerId', 'QuotaAmount'],
  columns: {
    entity: ['QuotaOwnerId'],
    start_on: ['StartDate'],
    target_amount: ['QuotaAmount'],
    currency: ['CurrencyIsoCode'],
  },
  ignore: ['QuotaQuantity', 'ForecastingTypeId', 'PeriodId', 'ProductFamily', 'IsAmount', 'IsQuantity'],
  constants: { level: 'owner' },
})
