// Qualtrics: survey responses in the legacy format (V1 to V10).
import { definePreset } from './preset.ts'

export const qualtricsResponsesLegacy = definePreset({
  id: 'qualtrics-responses-legacy',
  product: 'Qualtrics',
  table: 'surveys',
  recognise: ['V1', 'V8', 'V9', 'V10'],
  columns: {
    survey_id: ['V1'],
    customer_id: ['V4'],
    email: ['V5'],
    answered_on: ['V9'],
  },
  ignore: ['V2', 'V3', 'V6', 'V8', 'LocationLatitude', 'LocationLongitude', 'LocationAccuracy'],
  setAside: [
    { header: 'V10', words: ['0'], class: 'partial' },
    { header: 'V7', words: ['1', '2'], class: 'preview' },
  ],
})
