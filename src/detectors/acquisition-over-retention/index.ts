// acquisition-over-retention: new customers are won and rewarded while the old ones leave.
import { latestAnswers } from '../../rollups/latest-answers.ts'
import { customerContacts } from '../../rollups/customer-contacts.ts'
import { defineDetector, type DetectorInput, type Draft, type EvidenceQuery } from '../detector.ts'
import { sharedTables } from './accounts.ts'
import { basisOf } from './basis.ts'
import { decide } from './decide.ts'
import { messages, type Message } from './messages.ts'
import { options, type Options } from './options.ts'
import { evidenceQuery, queries } from './queries.ts'
import { rows } from './rows.ts'

function evidence(draft: Draft<Message>, input: DetectorInput<Options>): readonly EvidenceQuery[] {
  if (draft.messageId === 'nothing-for-renewals') return []
  const table = basisOf(input.present) === 'invoices' ? 'invoices' : 'customers'
  const identity = table === 'invoices' ? 'invoice_id' : 'customer_id'
  if (!input.present.has(table, identity)) return []
  const currency = JSON.parse(draft.data['currency'] ?? 'null') as string | null
  return [{ table, sql: evidenceQuery(input, currency) }]
}

export const acquisitionOverRetention = defineDetector({
  id: 'acquisition-over-retention',
  question: 'Do we win new customers while the old ones leave?',
  explanation: `
Where only new customers are celebrated and paid for, nobody looks after the ones there are. The bucket leaks while the sales report grows:
every new contract first has to replace one that was lost, and the lost ones are the cheapest to keep and the best to learn from.

From customers with revenue at the start and the end of a year, gross retention (GRR) and net retention (NRR) are counted per currency; from
invoices alone, the revenue of customers who were billed in one year and not at all in the next and a quarter. A problem is a share of lost
revenue above the limit (15 % for subscriptions) by 5 points or more, with the one-sided 95 % bound beyond it at the number of equally large
customers the revenue is worth as evidence, so that one whale proves nothing. Incentives that leave renewals out are worth watching.
Beside it: revenue by kind and quarter, what became of those who left, and the raw counts a manager can act on this week.

It is wrong where the values are: a start and an end that are not a year apart, one-off sales read as recurring, customers merged or
renamed between the two. From invoices a customer counts as lost only after a window and its days of grace, so the answer is late. What a
year may lose differs by trade: set maxLost to yours.
`,
  advice:
    'Call the largest customers who left and ask why, offer the way back to those whose reason has passed, and put a part of the incentive on the renewal instead of the signature.',
  needs: {
    required: [
      { customers: ['start_value', 'end_value'] },
      { invoices: ['issued_on', 'amount', 'customer'] },
      { invoices: ['issued_on', 'amount', 'customer_id'] },
    ],
    partial: [{ customers: ['status'] }, { customers: ['ended_on'] }, { invoices: ['issued_on', 'amount'] }],
    optional: {
      customers: [
        'customer_id',
        'customer',
        'owner',
        'currency',
        'status',
        'start_value',
        'end_value',
        'ended_on',
        'churn_reason',
        'churn_category',
        'contacted_on',
        'win_back_on',
        'regained_on',
      ],
      invoices: [
        'invoice_id',
        'customer',
        'customer_id',
        'owner',
        'team',
        'product',
        'deal_id',
        'issued_on',
        'amount',
        'currency',
        'status',
        'kind',
        'cancelled_on',
        'credited_invoice_id',
        'incentive_amount',
        'incentive_paid_on',
      ],
      interviews: ['customer', 'customer_id', 'held_on'],
      activities: ['customer', 'customer_id', 'happened_on', 'done'],
      surveys: ['survey_id', 'customer', 'customer_id', 'answered_on', 'score', 'kind'],
    },
  },
  rollups: { latestAnswers, customerContacts },
  options,
  rows,
  messages,
  shared: sharedTables,
  queries,
  decide,
  evidence,
})
