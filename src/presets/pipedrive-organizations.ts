// Pipedrive: organisations and people.
import { definePreset } from './preset.ts'

export const pipedriveOrganizations = definePreset({
  id: 'pipedrive-organizations',
  product: 'Pipedrive',
  table: 'customers',
  recognise: [
    'Organization - Name|Organization - ID',
    'Organization - Won deals|Organization - Open deals|Organization - Owner|Person - Name',
  ],
  columns: {
    customer_id: ['Organization - ID'],
    customer: ['Organization - Name'],
    owner: ['Organization - Owner'],
    region: ['Organization - Country of Address'],
    segment: ['Organization - Industry', 'Organization - Label'],
  },
  ignore: [
    'Organization - Phone',
    'Organization - Website',
    'Organization - Full/combined address of Address',
    'Organization - ZIP/Postal code of Address',
    'Organization - Open deals',
    'Organization - Won deals',
    'Organization - Lost deals',
    'Person - ID',
    'Person - Name',
    'Person - First name',
    'Person - Last name',
    'Person - Organization',
    'Person - Email - Work',
    'Person - Email - Home',
    'Person - Email - Other',
    'Person - Phone - Work',
    'Person - Phone - Mobile',
    'Person - Owner',
  ],
})
