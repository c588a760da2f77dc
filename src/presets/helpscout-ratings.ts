// Help Scout: survey responses.
import { definePreset } from './preset.ts'

export const helpscoutRatings = definePreset({
  id: 'helpscout-ratings',
  product: 'Help Scout',
  table: 'surveys',
  recognise: ['value', 'category', 'comment', 'timestamp'],
  columns: {
    score: ['value'],
    comment: ['comment'],
    answered_on: ['timestamp'],
  },
  ignore: ['name', 'category'],
})
