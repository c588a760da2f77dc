// lost-not-revisited: a no of today that nobody asks again.
import { customerContacts } from '../../rollups/customer-contacts.ts'
import { defineDetector, type DetectorInput, type Draft, type EvidenceQuery } from '../detector.ts'
import { decide } from './decide.ts'
import { sharedTables } from './losses.ts'
import { messages, type Message } from './messages.ts'
import { options, type Options } from './options.ts'
import { evidenceQuery, queries } from './queries.ts'
import { rows } from './rows.ts'

function evidence(draft: Draft<Message>, input: DetectorInput<Options>): readonly EvidenceQuery[] {
  if (!input.present.has('deals', 'deal_id')) return []
  const cells = JSON.parse(draft.data['cells'] ?? '[]') as string[]
  return [{ table: 'deals', sql: evidenceQuery(input, cells, draft.data['newerFrom'] ?? '') }]
}

export const lostNotRevisited = defineDetector({
  id: 'lost-not-revisited',
  question: 'Do we go back to lost deals, and do they still come back?',
  explanation: `
A no is often a not now: no budget this year, a project put off, nobody who decides. A year later the same customer buys, from whoever
calls. Winning back a deal that was once qualified costs less than finding a new lead, and no report of open deals shows it.

Every loss is watched until it is won back or the data end, so that new losses are not blamed for the time they have not had
(Kaplan-Meier). The rate within 180 days is given for all losses, by reason and by owner. The losses are split at the middle of their days:
a problem is a rate of the newer half that lies below the older half significantly (one-sided 5 %) and by a fifth or more of what it was,
with ten deals won back at the least; the same with weaker evidence, or a rate of nothing, is worth watching. Beside it stand the losses
worth going back to: lost to timing, budget or no decision, at least 30 days ago, and without any contact since.

It is wrong where the link is: a win-back is seen when a deal names the lost one it reopens, else when a customer that had bought nothing
before its first loss buys later. A customer under a new name is missed. The list is as good as the reasons that were typed, and a call
that nobody logged looks like none.
`,
  advice:
    'Give each of these losses a day and an owner for one more call, the largest first, and ask what has changed; make it a habit to set that day when a deal is closed as lost.',
  needs: {
    required: [
      { deals: ['status', 'closed_on', 'deal_id', 'reopened_from'] },
      { deals: ['status', 'closed_on', 'customer'] },
      { deals: ['status', 'closed_on', 'customer_id'] },
    ],
    optional: {
      deals: [
        'deal_id',
        'deal_name',
        'customer',
        'customer_id',
        'owner',
        'created_on',
        'amount',
        'currency',
        'lost_reason',
        'reopened_from',
        'last_activity_on',
      ],
      activities: ['deal_id', 'customer', 'customer_id', 'happened_on', 'done'],
    },
  },
  rollups: { customerContacts },
  options,
  rows,
  messages,
  shared: sharedTables,
  queries,
  decide,
  evidence,
})
