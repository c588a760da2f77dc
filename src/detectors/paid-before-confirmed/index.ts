// paid-before-confirmed: are incentives paid on the invoice instead of on the customer's confirmation?
import { raw, sql } from '../../sql/index.ts'
import { defineDetector } from '../detector.ts'
import { latestAnswers, npsColumns } from '../../rollups/latest-answers.ts'
import { ofGroup } from '../share-limit-findings.ts'
import { decide } from './decide.ts'
import { paidRows, sharedOf } from './invoices.ts'
import { messages } from './messages.ts'
import { options } from './options.ts'
import { queriesOf } from './queries.ts'
import { rows } from './rows.ts'

export const paidBeforeConfirmed = defineDetector({
  id: 'paid-before-confirmed',
  question: 'Are incentives paid before the customer confirms that it works?',
  explanation: `
Who is paid on the invoice has done the job when it is printed. Whether the customer can use what was sold is then the problem of others, and
what is cancelled, credited or never used has been rewarded like what worked. Claiming back is seldom done and never liked.

For every invoice with a paid incentive the day of the payment is compared with the day the customer confirmed. Paid earlier, or without a
confirmation so far, is early. A problem is a share above the limit (20 %) by 5 points or more whose 95 % bound lies above it too, from 20
incentives on; owners, teams, products and segments are judged the same way, adjusted for their number. Beside it stand the incentives on
invoices taken back or not confirmed, the days to a confirmation, and the NPS and stay of customers paid early and after.

It is wrong when nobody writes confirmations down: what looks unconfirmed may only be unrecorded. A signed acceptance and a first use
are not the same; the column decides what is asked. Customers paid early differ in more than that: their lower NPS is no proof. It never
computes what should be paid.`,
  advice:
    "Move the day of payment, or half of the amount, to the customer's confirmation from the next period on, and settle the incentives on invoices taken back with the owners named here before the next payout.",
  needs: {
    required: [{ invoices: ['incentive_paid_on', 'confirmed_on'] }],
    partial: [{ invoices: ['issued_on', 'confirmed_on'] }],
    optional: {
      invoices: [
        'invoice_id',
        'customer',
        'customer_id',
        'owner',
        'team',
        'product',
        'segment',
        'issued_on',
        'cancelled_on',
        'status',
        'kind',
        'amount',
        'currency',
        'incentive_amount',
        'incentive_paid_on',
        'credited_invoice_id',
      ],
      surveys: npsColumns,
      customers: ['customer', 'customer_id', 'status', 'renewed'],
    },
  },
  rollups: { latestAnswers },
  options,
  rows,
  messages,
  shared: sharedOf,
  queries: queriesOf,
  decide,
  evidence(draft, { dialect, present }) {
    if (!present.has('invoices', 'invoice_id')) return []
    const what = draft.messageId === 'paid-on-taken-back' ? raw('taken_back = 1') : raw('hit = 1')
    return [
      {
        table: 'invoices',
        sql: sql`SELECT invoice_id AS id FROM ${paidRows} AS paid WHERE ${what} ${ofGroup(draft, dialect)}`,
      },
    ]
  },
})
