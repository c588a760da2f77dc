// Spreadsheet (Spanish): deals.
import { definePreset } from './preset.ts'

export const sheetDealsEs = definePreset({
  id: 'sheet-deals-es',
  product: 'Spreadsheet (Spanish)',
  table: 'deals',
  recognise: ['empresa', 'etapa', 'importe|responsable|cierre_previsto'],
  columns: {
    deal_id: ['id'],
    customer: ['empresa'],
    stage: ['etapa'],
    amount: ['importe_eur', 'importe'],
    owner: ['responsable'],
    last_activity_on: ['ultima_actividad'],
    expected_close_on: ['cierre_previsto'],
    lost_reason: ['motivo_perdida'],
  },
  ignore: ['contacto', 'probabilidad'],
})
