// Spreadsheet: quotas.
import { definePreset } from './preset.ts'

export const sheetTargetsNoPeriod = definePreset({
  id: 'sheet-targets-no-period',
  product: 'Spreadsheet',
  table: 'targets',
  recognise: ['Sales_Rep', 'Quota'],
  columns: {
    entity: ['Sales_Rep'],
    target_amount: ['Quota'],
  },
  constants: { level: 'owner' },
})
