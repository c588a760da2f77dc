// Copper: leads.
import { definePreset } from './preset.ts'

export const copperLeads = definePreset({
  id: 'copper-leads',
  product: 'Copper',
  table: 'leads',
  recognise: ['Lead Name', 'Work Website|Visibility'],
  columns: {
    lead_name: ['Lead Name'],
    customer: ['Company'],
    owner: ['Owner'],
    email: ['Email'],
    status: ['Status'],
    source: ['Source'],
    created_on: ['Created At', 'Date Created'],
  },
  ignore: ['Title', 'Value', 'Phone', 'Work Website', 'Address', 'Description', 'Visibility', 'Tags'],
})
