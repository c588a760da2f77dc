// Typeform: survey responses.
import { definePreset } from './preset.ts'

export const typeformResponses = definePreset({
  id: 'typeform-responses',
  product: 'Typeform',
  table: 'surveys',
  recognise: ['Submit Date (UTC)', 'Network ID|Start Date (UTC)|Response Type'],
  columns: {
    survey_id: ['#'],
    answered_on: ['Submit Date (UTC)'],
  },
  ignore: ['Other', 'Start Date (UTC)', 'Stage Date (UTC)', 'Network ID', 'Tags', 'Ending'],
  setAside: [{ header: 'Response Type', words: ['started', 'partial'], class: 'partial' }],
})
