// Bitrix24: deals; stage codes (`C6:LOSE`) and names are mixed in one column.
import { definePreset } from './preset.ts'

export const bitrix24Deals = definePreset({
  id: 'bitrix24-deals',
  product: 'Bitrix24',
  table: 'deals',
  recognise: ['STAGE_ID', 'OPPORTUNITY'],
  columns: {
    deal_id: ['ID'],
    deal_name: ['TITLE'],
    stage: ['STAGE_ID'],
    owner: ['ASSIGNED_BY_ID'],
    amount: ['OPPORTUNITY'],
    currency: ['CURRENCY_ID'],
    closed_on: ['CLOSEDATE'],
    created_on: ['DATE_CREATE'],
    source: ['SOURCE_ID'],
    pipeline: ['CATEGORY_ID'],
    deal_type: ['TYPE_ID'],
  },
  ignore: ['BEGINDATE', 'SOURCE_DESCRIPTION', 'UTM_SOURCE'],
  values: { status: { won: ['won', 'сделка успешна'], lost: ['lose', 'apology', 'сделка провалена'] } },
  flags: { closed: 'CLOSED' },
})
