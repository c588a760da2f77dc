// Salesforce: contacts with their accounts, with plain or `Contact: ` labels.
import { definePreset } from './preset.ts'

export const salesforceContacts = definePreset({
  id: 'salesforce-contacts',
  product: 'Salesforce',
  table: 'customers',
  recognise: ['Account Name', 'Mailing Country|Mailing State/Province|Contact: Contact ID|Contact: Email'],
  columns: {
    customer: ['Account Name'],
    owner: ['Account Owner'],
    region: ['Mailing Country'],
    contacted_on: ['Last Activity'],
    customer_id: ['Account ID'],
    segment: ['Industry'],
  },
  ignore: [
    'Contact: Contact ID',
    'Contact: First Name',
    'Contact: Last Name',
    'Contact: Email',
    'Account: Account Name',
    'First Name',
    'Last Name',
    'Title',
    'Email',
    'Phone',
    'Mobile',
    'Mailing State/Province',
    'Created Date',
  ],
})
