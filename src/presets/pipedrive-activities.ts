// Pipedrive: activities.
import { definePreset } from './preset.ts'

export const pipedriveActivities = definePreset({
  id: 'pipedrive-activities',
  product: 'Pipedrive',
  table: 'activities',
  recognise: ['Subject', 'Due date', 'Marked as done time|Assigned to user|Done'],
  columns: {
    activity_id: ['ID'],
    kind: ['Type'],
    happened_on: ['Marked as done time'],
    done: ['Done'],
    owner: ['Assigned to user'],
    deal_id: ['Deal ID'],
    customer: ['Organization'],
  },
  also: { happened_on: ['Due date'] },
  ignore: ['Subject', 'Note', 'Due time', 'Creator', 'Add time', 'Deal', 'Contact person'],
})
