// Delighted: survey responses of the CSV export; answers to other kinds of survey are set aside.
import { definePreset } from './preset.ts'

export const delightedResponses = definePreset({
  id: 'delighted-responses',
  product: 'Delighted',
  table: 'surveys',
  recognise: ['Score', 'Survey type|Delighted Source', 'Person email|Person ID|Person name'],
  columns: {
    survey_id: ['ID'],
    score: ['Score'],
    comment: ['Comment'],
    answered_on: ['Created at', 'Responded at'],
    email: ['Person email'],
    customer: ['Company', 'Company name'],
  },
  ignore: ['Person ID', 'Person name', 'Updated at', 'Permalink', 'Tags', 'Notes', 'Delighted Source'],
  setAside: [
    {
      header: 'Survey type',
      words: ['csat', 'ces', 'smileys', 'thumbs', 'stars', 'pmf', 'enps'],
      class: 'other-survey',
    },
  ],
})
