// incomplete-onboarding: whether customers start with everything on file that the first invoice or payout needs.
import { sql } from '../../sql/index.ts'
import { defineDetector } from '../detector.ts'
import { latestAnswers, npsColumns } from '../../rollups/latest-answers.ts'
import { ofGroup } from '../share-limit-findings.ts'
import { sharedOf } from './customers.ts'
import { decide } from './decide.ts'
import { messages } from './messages.ts'
import { options } from './options.ts'
import { queriesOf } from './queries.ts'
import { rows } from './rows.ts'

export const incompleteOnboarding = defineDetector({
  id: 'incomplete-onboarding',
  question: 'Do new customers start with everything that the first invoice needs?',
  explanation: `
A sale counts on the day of the signature. The paper that was not asked for then is missed weeks later, at the first invoice or payout, by
a customer who has already paid with patience and who now hears the same question from a third person.

Judged are the customers who have had their first invoice or first use. One that lacks any of the required fields (billing contact, tax ID,
payment details, signed contract, and four of your own, or the list in salescheck.json) is incomplete; a cell that says no, none or
pending is empty too. Their share is held against a limit (10 %). A problem is a share clearly beyond it: by 5 points or more, with 20
customers or more, and with the one-sided 95 % bound beyond it. Owners and segments are judged among each other (Benjamini-Hochberg) and
named where the company as a whole keeps the limit. The days from the sale to the first confirmed use, and the NPS, of incomplete and
complete customers are shown beside; they decide nothing.

An export shows the fields of today: a paper that was missing at the first invoice and came since is not seen, so the true share is at least
this. A field that some customers do not need (a tax ID of a private person) makes them look incomplete: take it from the list. And
incomplete customers may be slow for the reason that made them incomplete.
`,
  advice:
    'Let nobody book a sale as won before the required fields are filled, and ask the customers listed here for all that is missing in one call, not in three.',
  needs: {
    required: [
      { customers: ['billing_contact'] },
      { customers: ['tax_id'] },
      { customers: ['payment_details'] },
      { customers: ['signed_contract'] },
      { customers: ['required_1'] },
    ],
    optional: {
      customers: [
        'customer_id',
        'customer',
        'owner',
        'product',
        'segment',
        'start_on',
        'ended_on',
        'activated_on',
        'end_value',
        'currency',
        'billing_contact',
        'tax_id',
        'payment_details',
        'signed_contract',
        'required_1',
        'required_2',
        'required_3',
        'required_4',
      ],
      invoices: ['customer_id', 'customer', 'issued_on', 'status', 'kind', 'amount'],
      deals: ['customer_id', 'customer', 'status', 'closed_on'],
      surveys: npsColumns,
    },
  },
  rollups: { latestAnswers },
  options,
  rows,
  messages,
  shared: sharedOf,
  queries: queriesOf,
  decide,
  evidence(draft, { dialect }) {
    return [
      {
        table: 'customers',
        sql: sql`SELECT id FROM incomplete_onboarding_judged WHERE due = 1 AND hit = 1 ${ofGroup(draft, dialect)}`,
      },
    ]
  },
})
