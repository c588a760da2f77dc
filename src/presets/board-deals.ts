// Spreadsheet or board: deals of a board export (monday.com style); stages carry a sort prefix.
import { definePreset } from './preset.ts'

export const boardDeals = definePreset({
  id: 'board-deals',
  product: 'Spreadsheet or board',
  table: 'deals',
  recognise: ['Deal Status', 'Deal Stage', 'Close Date (A)|Tentative Close Date|Closure Probability'],
  columns: {
    deal_name: ['Deal Name'],
    owner: ['Owner code'],
    customer: ['Client Code'],
    status: ['Deal Status'],
    closed_on: ['Close Date (A)'],
    amount: ['Masked Deal value'],
    expected_close_on: ['Tentative Close Date'],
    stage: ['Deal Stage'],
    product: ['Product deal'],
    segment: ['Sector/service'],
    created_on: ['Created Date'],
  },
  ignore: ['Closure Probability'],
})
