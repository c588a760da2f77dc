// Delighted: survey responses by API names; answers to other kinds of survey are set aside.
import { definePreset } from './preset.ts'

export const delightedResponsesApi = definePreset({
  id: 'delighted-responses-api',
  product: 'Delighted',
  table: 'surveys',
  recognise: ['score', 'permalink|person_properties', 'survey_type|person'],
  columns: {
    survey_id: ['id'],
    score: ['score'],
    comment: ['comment'],
    answered_on: ['created_at'],
  },
  ignore: ['person', 'permalink', 'updated_at', 'person_properties', 'notes', 'tags', 'additional_answers'],
  setAside: [
    {
      header: 'survey_type',
      words: ['csat', 'ces', 'smileys', 'thumbs', 'stars', 'pmf', 'enps'],
      class: 'other-survey',
    },
  ],
})
