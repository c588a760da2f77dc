// Pipedrive: leads of the leads inbox; they have no won or lost.
import { definePreset } from './preset.ts'

export const pipedriveLeads = definePreset({
  id: 'pipedrive-leads',
  product: 'Pipedrive',
  table: 'leads',
  recognise: ['Lead created', 'Title'],
  columns: {
    lead_id: ['Lead - ID'],
    lead_name: ['Lead - Title'],
    owner: ['Lead - Owner'],
    customer: ['Lead - Organization'],
    customer_id: ['Lead - Organization ID'],
    created_on: ['Lead - Lead created'],
    source: ['Source channel', 'Source origin'],
  },
  ignore: [
    'Lead - Creator',
    'Lead - Contact person',
    'Lead - Contact person ID',
    'Lead - Update time',
    'Lead - Value',
    'Lead - Next activity date',
  ],
})
