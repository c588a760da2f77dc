// Spreadsheet: quotas.
import { definePreset } from './preset.ts'

export const sheetTargetsSnapshot = definePreset({
  id: 'sheet-targets-snapshot',
  product: 'Spreadsheet',
  table: 'targets',
  recognise: ['Rep', 'Quota', 'Closed_Won|Pipeline_Weighted|Days_Remaining'],
  columns: {
    entity: ['Rep'],
    target_amount: ['Quota'],
  },
  ignore: ['Closed_Won', 'Pipeline_Weighted', 'Days_Remaining'],
  constants: { level: 'owner' },
})
