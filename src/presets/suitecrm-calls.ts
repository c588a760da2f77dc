// SuiteCRM: activities.
import { definePreset } from './preset.ts'

export const suitecrmCalls = definePreset({
  id: 'suitecrm-calls',
  product: 'SuiteCRM',
  table: 'activities',
  recognise: ['Parent Type', 'Duration Minutes', 'Assigned to|Assigned User ID'],
  columns: {
    activity_id: ['ID'],
    happened_on: ['Date'],
    kind: ['Direction'],
    owner: ['Assigned to'],
  },
  ignore: [
    'Subject',
    'Description',
    'Date End',
    'Duration Hours',
    'Duration Minutes',
    'Parent Type',
    'Parent ID',
    'Assigned User ID',
    'Date Created',
  ],
  setAside: [
    { header: 'Deleted', words: ['1', 'true'], class: 'soft-deleted' },
    { header: 'Status', words: ['planned', 'not held'], class: 'not-held' },
  ],
})
