// Qualtrics: survey responses with three header rows; previews and unfinished ones are set aside.
import { definePreset } from './preset.ts'

export const qualtricsResponses = definePreset({
  id: 'qualtrics-responses',
  product: 'Qualtrics',
  table: 'surveys',
  recognise: ['ResponseId', 'Finished|RecordedDate', 'EndDate|StartDate|DistributionChannel'],
  columns: {
    survey_id: ['ResponseId'],
    answered_on: ['EndDate', 'RecordedDate'],
    email: ['RecipientEmail'],
    customer_id: ['ExternalReference'],
  },
  ignore: [
    'StartDate',
    'IPAddress',
    'Progress',
    'Duration (in seconds)',
    'RecipientLastName',
    'RecipientFirstName',
    'LocationLatitude',
    'LocationLongitude',
    'DistributionChannel',
    'UserLanguage',
    'Q1_NPS_GROUP',
    'Q2 - Topics',
    'Q2 - Parent Topics',
  ],
  setAside: [
    { header: 'Finished', words: ['0', 'false'], class: 'partial' },
    { header: 'Status', words: ['1', 'survey preview', '2', 'survey test'], class: 'preview' },
  ],
})
