// Salesforce: lead report, with labels. The creation day is headed Create Date here, not Created Date as for deals.
import { definePreset } from './preset.ts'

export const salesforceLeads = definePreset({
  id: 'salesforce-leads',
  product: 'Salesforce',
  table: 'leads',
  recognise: ['Lead Owner', 'Company / Account'],
  columns: {
    lead_id: ['Lead ID'],
    lead_name: ['Last Name', 'Full Name', 'Name'],
    email: ['Email'],
    customer: ['Company / Account'],
    owner: ['Lead Owner'],
    source: ['Lead Source'],
    status: ['Lead Status'],
    created_on: ['Create Date', 'Created Date'],
    converted_on: ['Converted Date'],
    converted: ['Converted'],
    segment: ['Industry'],
    deal_id: ['Converted Opportunity ID', 'Opportunity ID'],
  },
  ignore: [
    'Lead Owner: Manager',
    'First Name',
    'Title',
    'Phone',
    'Rating',
    'Street',
    'Last Activity',
    'Last Activity Date',
    'Primary Campaign',
  ],
})
