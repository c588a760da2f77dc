// Upvise: deals.
import { definePreset } from './preset.ts'

export const upviseOpportunities = definePreset({
  id: 'upvise-opportunities',
  product: 'Upvise',
  table: 'deals',
  recognise: ['creationdate', 'duedate', 'stage'],
  columns: {
    deal_id: ['id'],
    deal_name: ['name'],
    created_on: ['creationdate'],
    expected_close_on: ['duedate'],
    status: ['status'],
    stage: ['stage'],
    amount: ['amount'],
    customer: ['company'],
  },
  ignore: ['probability', 'note', 'contact'],
})
