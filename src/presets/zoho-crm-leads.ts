// Zoho CRM: leads.
import { definePreset } from './preset.ts'

export const zohoCrmLeads = definePreset({
  id: 'zoho-crm-leads',
  product: 'Zoho CRM',
  table: 'leads',
  recognise: ['Lead Owner', 'Lead Status', 'Created Time'],
  columns: {
    lead_id: ['Record Id', 'Lead Id', 'LEADID'],
    lead_name: ['Last Name', 'Lead Name', 'Full Name'],
    owner: ['Lead Owner'],
    customer: ['Company'],
    email: ['Email'],
    source: ['Lead Source'],
    status: ['Lead Status'],
    created_on: ['Created Time'],
    segment: ['Industry'],
    converted: ['Converted', 'Is Converted'],
    converted_on: ['Converted Date Time', 'Converted Time'],
    deal_id: ['Converted Deal.id'],
  },
  ignore: ['First Name', 'Phone', 'Street', 'City', 'State', 'Zip Code', 'Description'],
})
