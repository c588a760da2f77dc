// Leads: what is fed into the funnel, and when it converted.
import { customer, customerId, owner, product, segment, team } from '../shared-columns.ts'
import type { Table } from '../table.ts'

export const leads: Table = {
  name: 'leads',
  description: 'one lead',
  identity: 'lead_id',
  recognisedBy: [
    ['created_on', 'lead_id'],
    ['converted_on', 'converted', 'source', 'status', 'lead_id'],
  ],
  columns: {
    lead_id: {
      type: 'text',
      description: 'Id of the lead, as text.',
      synonyms: ['lead id', 'contact id', 'record id', 'id', 'lead number', 'prospect id', 'lead'],
    },
    lead_name: {
      type: 'text',
      description: 'Name of the person or lead.',
      synonyms: ['lead name', 'full name', 'name', 'contact name', 'last name', 'person'],
    },
    email: {
      type: 'text',
      description: 'E-mail address.',
      synonyms: ['email', 'e mail', 'email address', 'work email'],
    },
    customer_id: customerId,
    customer,
    owner,
    team,
    product,
    segment,
    source: {
      type: 'text',
      description: 'Where the lead came from.',
      synonyms: [
        'source',
        'lead source',
        'original source',
        'channel',
        'lead origin',
        'original traffic source',
        'utm source',
        'campaign',
      ],
    },
    status: {
      type: 'text',
      description: 'Status of the lead, as the export says it.',
      synonyms: ['status', 'lead status', 'lifecycle stage', 'stage'],
    },
    created_on: {
      type: 'date',
      description: 'The day the lead was created.',
      synonyms: [
        'created',
        'created date',
        'create date',
        'created on',
        'created at',
        'date created',
        'creation date',
        'created time',
        'lead created',
        'lead created at',
        'date',
      ],
    },
    converted_on: {
      type: 'date',
      description: 'The day the lead converted; blank while it has not.',
      synonyms: [
        'converted date',
        'conversion date',
        'converted on',
        'converted at',
        'date converted',
        'became a customer date',
        'became customer date',
        'became an opportunity date',
        'customer date',
        'won date',
        'converted time',
        'close date',
      ],
    },
    converted: {
      type: 'flag',
      description: 'Whether the lead converted, where no date says it.',
      synonyms: ['converted', 'is converted', 'conversion', 'converted flag'],
    },
    lost_reason: {
      type: 'text',
      description: 'Why the lead was given up.',
      synonyms: [
        'lost reason',
        'unqualified reason',
        'disqualification reason',
        'disqualified reason',
        'tags',
        'reason',
        'junk reason',
      ],
    },
    deal_id: {
      type: 'text',
      description: 'The deal the lead became.',
      synonyms: [
        'deal id',
        'opportunity id',
        'converted opportunity',
        'converted opportunity id',
        'associated deal',
      ],
    },
  },
}
