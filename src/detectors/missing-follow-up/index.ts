// missing-follow-up: whether anybody speaks to a new customer after the sale.
import { sql } from '../../sql/index.ts'
import { defineDetector } from '../detector.ts'
import { customerContacts } from '../../rollups/customer-contacts.ts'
import { latestAnswers, npsColumns } from '../../rollups/latest-answers.ts'
import { ofGroup } from '../share-limit-findings.ts'
import { decide } from './decide.ts'
import { messages } from './messages.ts'
import { options } from './options.ts'
import { queriesOf } from './queries.ts'
import { rows } from './rows.ts'
import { sharedOf } from './sales.ts'

export const missingFollowUp = defineDetector({
  id: 'missing-follow-up',
  question: 'Does anybody speak to a new customer after the sale?',
  explanation: `
The weeks after the signature decide whether what was bought is used. The seller is on the next deal, the customer waits, and the first
contact after the sale is the invoice, or the complaint.

Each won deal is put to the first contact after the day it was won: of that deal or of its customer, whatever it was about; planned
contacts do not count. The share of won deals without a contact within 30 days is held against a limit (20 %), among deals sold long
enough before contacts end, so that the newest ones do not look forgotten. A problem is a share clearly beyond the limit: by 5 points or
more, with 20 deals or more, and with the one-sided 95 % bound beyond it. Owners and segments are judged among each other
(Benjamini-Hochberg) and named where the company as a whole keeps the limit. The NPS, and how many are still customers, with and
without a contact are shown beside; they decide nothing.

It is wrong where contacts are made and not logged, or logged under another name: a low share may be a fault of the log. A contact about
something else counts too, so that a customer with an open ticket seems well cared for. And customers who are called may be others than
those who are not: the difference in NPS is no proof that the call made it.
`,
  advice:
    'Put a call two weeks after the signature into the calendar of a named person for every sale, and begin with the customers listed here, the largest first.',
  needs: {
    required: [
      { deals: ['status', 'closed_on', 'deal_id'], activities: ['deal_id', 'happened_on'] },
      { deals: ['status', 'closed_on', 'customer'], activities: ['customer', 'happened_on'] },
      { deals: ['status', 'closed_on', 'customer_id'], activities: ['customer_id', 'happened_on'] },
    ],
    optional: {
      deals: [
        'deal_id',
        'customer',
        'customer_id',
        'status',
        'closed_on',
        'owner',
        'segment',
        'amount',
        'currency',
      ],
      activities: ['deal_id', 'customer', 'customer_id', 'happened_on', 'kind', 'done'],
      surveys: npsColumns,
      customers: ['customer', 'customer_id', 'status', 'renewed'],
    },
  },
  rollups: { latestAnswers, customerContacts },
  options,
  rows,
  messages,
  shared: sharedOf,
  queries: queriesOf,
  decide,
  evidence(draft, { dialect, present }) {
    if (!present.has('deals', 'deal_id')) return []
    return [
      {
        table: 'deals',
        sql: sql`SELECT deal_id AS id FROM missing_follow_up_judged WHERE due = 1 AND hit = 1 ${ofGroup(draft, dialect)}`,
      },
    ]
  },
})
