// missing-debriefs: whether lost deals and lost customers are asked why, and in a way that brings the truth.
import { defineDetector } from '../detector.ts'
import { decide } from './decide.ts'
import { evidenceOf } from './evidence.ts'
import { messages } from './findings.ts'
import { sharedOf } from './losses.ts'
import { options } from './options.ts'
import { queriesOf } from './queries.ts'
import { rows } from './rows.ts'

export const missingDebriefs = defineDetector({
  id: 'missing-debriefs',
  question: 'Do we ask the customers we lose why, and in a way that brings the truth?',
  explanation: `
A loss that nobody asks about is paid for twice: the deal is gone, and so is what it could have taught. What the rep types instead is a
guess. And a debrief in the call in which the deal was lost, of an hour, or by the person who sold, mostly confirms that guess.

Each debrief is put to the lost deal it names, else to the latest loss of its customer. The share of lost deals, and of lost customers,
that were debriefed is held against a limit (50 %), among losses old enough to be due (21 days). So are the shares of debriefs held on the
day of the loss, longer than 30 minutes, or by the owner (20 % each). A problem is a share clearly beyond its limit: by 5 points or more,
with 20 rows or more, and significantly even after allowing for the number of limits (Benjamini-Hochberg, 5 %). Owners and segments are
judged among each other (Benjamini-Hochberg, 3 %) and named where the company as a whole keeps the limit. Coverage by value, and whether customers confirm the
reason on file, are shown beside.

It is wrong where debriefs are held and not written down, or written down under another name: the notes say how many find no loss. Duplicates
and tests among the lost deals count as losses. If the newest debrief is older than 90 days the later losses are set apart, because the
export may simply end there. Who answers a debrief is not drawn by lot: what they say is not yet what the others would have said.
`,
  advice:
    'Name somebody other than the owner who calls every lost customer within two weeks, for twenty minutes, and begin with the largest losses listed here.',
  needs: {
    required: [
      { deals: ['status', 'deal_id'], interviews: ['deal_id', 'held_on'] },
      { deals: ['status', 'customer'], interviews: ['customer', 'held_on'] },
      { deals: ['status', 'customer_id'], interviews: ['customer_id', 'held_on'] },
      { customers: ['customer', 'ended_on'], interviews: ['customer', 'held_on'] },
      { customers: ['customer_id', 'ended_on'], interviews: ['customer_id', 'held_on'] },
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
        'lost_reason',
      ],
      customers: [
        'customer',
        'customer_id',
        'status',
        'ended_on',
        'owner',
        'segment',
        'start_value',
        'currency',
        'churn_reason',
      ],
      interviews: [
        'interview_id',
        'deal_id',
        'customer',
        'customer_id',
        'held_on',
        'minutes',
        'held_by',
        'same_call',
        'reason',
      ],
    },
  },
  options,
  rows,
  messages,
  shared: sharedOf,
  queries: queriesOf,
  decide,
  evidence: evidenceOf,
})
