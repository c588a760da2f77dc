// Spreadsheet: quotas.
import { definePreset } from './preset.ts'

export const sheetTargets = definePreset({
  id: 'sheet-targets',
  product: 'Spreadsheet',
  table: 'targets',
  recognise: ['rep', 'quota', 'period'],
  columns: {
    entity: ['rep'],
    target_amount: ['quota'],
    period: ['period'],
  },
  constants: { level: 'owner' },
})
