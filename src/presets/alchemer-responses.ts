// Alchemer: survey responses.
import { definePreset } from './preset.ts'

export const alchemerResponses = definePreset({
  id: 'alchemer-responses',
  product: 'Alchemer',
  table: 'surveys',
  recognise: ['date_submitted', 'is_test_data|link_id|date_started'],
  columns: {
    survey_id: ['id'],
    answered_on: ['date_submitted'],
  },
  ignore: ['contact_id', 'date_started', 'session_id', 'language', 'link_id', 'ip_address'],
  setAside: [
    { header: 'is_test_data', words: ['1', 'true'], class: 'test' },
    { header: 'status', words: ['partial', 'disqualified', 'deleted'], class: 'partial' },
  ],
})
