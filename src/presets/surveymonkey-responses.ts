// SurveyMonkey: survey responses.
import { definePreset } from './preset.ts'

export const surveymonkeyResponses = definePreset({
  id: 'surveymonkey-responses',
  product: 'SurveyMonkey',
  table: 'surveys',
  recognise: ['Respondent ID', 'Collector ID'],
  columns: {
    survey_id: ['Respondent ID'],
    answered_on: ['End Date', 'Date Modified', 'Date Created'],
    email: ['Email Address'],
  },
  ignore: ['Collector ID', 'Start Date', 'IP Address', 'First Name', 'Last Name', 'Custom Data 1'],
})
