// Who reaches the target and leaves customers who would not recommend us?
import { defineDetector, type DetectorInput, type Draft, type EvidenceQuery } from '../detector.ts'
import { decide, rollups } from './decide.ts'
import { messages, type Message } from './findings.ts'
import { levels } from '../target-ledger.ts'
import { options } from './options.ts'
import { evidenceQuery, queries, rows } from './queries.ts'

const sold = ['owner', 'team', 'product', 'currency', 'customer', 'customer_id']

function evidence(draft: Draft<Message>, input: DetectorInput<typeof options>): readonly EvidenceQuery[] {
  const level = levels.find((name) => name === draft.subject[0]?.column)
  if (level === undefined || draft.period === null || !input.present.has('surveys', 'survey_id')) return []
  const key = draft.data['entityKey'] ?? ''
  return [{ table: 'surveys', sql: evidenceQuery(input, level, key, draft.period) }]
}

export const targetHitNpsLow = defineDetector({
  id: 'target-hit-nps-low',
  question: 'Who hits the target while customers would not recommend us?',
  explanation: `Revenue on target can be bought with promises that the delivery cannot keep. Who sells so looks best in every sales report, and the bill comes later: in renewals, references and support. Attainment and NPS side by side show it early.

For every owner, team and product with a target, and for the company, booked money of the newest complete period is divided by the target, and the NPS of the answers of that period is taken, the latest per account. An answer belongs to whom the survey row names, else to its deal, else to the customer's latest won deal before it. Who hit the target is compared with the rest of the company; a problem needs a gap of at least 10 points to an NPS below 50 and a chance of error that stays at 10 % over all comparisons together.

It is wrong when answers are not a fair sample: when owners choose whom to ask, or only unhappy customers answer. Few answers hide all but disasters: with 10 answers a gap of 33 points to the rest is noticed half of the time, and among twenty owners it takes 67. It says where to look, not who is to blame: a product or a region can make an owner's customers unhappy.`,
  advice:
    'Read the comments of the detractors behind this number together with the owner and look for the promise that was not kept; then tie a part of the variable pay to what customers say after the sale.',
  needs: {
    required: [
      {
        deals: ['status', 'closed_on', 'amount'],
        targets: ['target_amount', 'start_on'],
        surveys: ['score', 'answered_on'],
      },
      {
        invoices: ['issued_on', 'amount'],
        targets: ['target_amount', 'start_on'],
        surveys: ['score', 'answered_on'],
      },
    ],
    partial: [
      { surveys: ['score'] },
      { deals: ['status', 'closed_on', 'amount'], targets: ['target_amount', 'start_on'] },
      { invoices: ['issued_on', 'amount'], targets: ['target_amount', 'start_on'] },
    ],
    optional: {
      deals: ['deal_id', ...sold],
      invoices: ['invoice_id', 'deal_id', ...sold, 'status', 'kind', 'cancelled_on', 'credited_invoice_id'],
      targets: ['level', 'entity', 'grain', 'end_on', 'currency'],
      surveys: [
        'survey_id',
        'customer',
        'customer_id',
        'email',
        'owner',
        'team',
        'product',
        'deal_id',
        'segment',
        'touchpoint',
      ],
      owners: ['owner_id', 'owner', 'team'],
    },
  },
  options,
  rollups,
  rows,
  messages,
  queries,
  decide,
  evidence,
})
