// Spreadsheet: quotas.
import { definePreset } from './preset.ts'

export const sheetTargetsCurrent = definePreset({
  id: 'sheet-targets-current',
  product: 'Spreadsheet',
  table: 'targets',
  recognise: ['rep', 'quota', 'current'],
  columns: {
    entity: ['rep'],
    target_amount: ['quota'],
  },
  ignore: ['current'],
  constants: { level: 'owner' },
})
