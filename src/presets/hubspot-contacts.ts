// HubSpot: contacts, read as leads that convert when they become a customer.
import { definePreset } from './preset.ts'

export const hubspotContacts = definePreset({
  id: 'hubspot-contacts',
  product: 'HubSpot',
  table: 'leads',
  recognise: [
    'Lifecycle Stage|Lead Status',
    'Contact owner|Became a Lead Date|Became a Customer Date|Marketing contact status',
  ],
  columns: {
    lead_id: ['Record ID', 'Contact ID'],
    lead_name: ['Last Name'],
    email: ['Email'],
    customer: ['Associated Company', 'Company Name'],
    customer_id: ['Associated Company IDs'],
    owner: ['Contact owner'],
    source: ['Original Source', 'Original Traffic Source', 'Original Source Type'],
    status: ['Lead Status', 'Lifecycle Stage'],
    created_on: ['Create Date'],
    converted_on: ['Became a Customer Date', 'Became an Opportunity Date'],
    segment: ['Industry'],
  },
  ignore: [
    'First Name',
    'Phone Number',
    'Mobile Phone Number',
    'Job Title',
    'Country/Region',
    'State/Region',
    'Website URL',
    'Last Activity Date',
    'Became a Subscriber Date',
    'Became a Lead Date',
    'Became a Marketing Qualified Lead Date',
    'Became a Sales Qualified Lead Date',
    'HubSpot Score',
    'Recent Deal Amount',
    'Total Revenue',
    'Marketing contact status',
  ],
})
