// stalled-deals: open deals to which nobody says no.
import { dealMoves } from '../../rollups/deal-moves.ts'
import { defineDetector, type DetectorInput, type Draft, type EvidenceQuery } from '../detector.ts'
import { decide } from './decide.ts'
import { messages, type Message } from './messages.ts'
import { options, type Options } from './options.ts'
import { olderThan, queries, sharedTables } from './queries.ts'
import { rows } from './rows.ts'

function evidence(draft: Draft<Message>, input: DetectorInput<Options>): readonly EvidenceQuery[] {
  if (!input.present.has('deals', 'deal_id')) return []
  const ownerKey = draft.messageId === 'owner-stalled' ? (draft.data['ownerKey'] ?? null) : null
  return [{ table: 'deals', sql: olderThan(Number(draft.data['olderThan']), ownerKey, input.dialect) }]
}

export const stalledDeals = defineDetector({
  id: 'stalled-deals',
  question: 'How much of the open pipeline is dead, with nobody saying no?',
  explanation: `
Only some of the people who talk to a seller have both a reason and the means to change. The others rarely say no: their deals stay open, fill
the forecast, and take the hours that the real ones need. A pipeline that looks full may be a third of what it says.

How long a win takes is learned from all deals, the open ones counted as still waiting and the lost ones as gone (Aalen-Johansen), so that
neither a growing pipeline nor old losses bend it. An open deal older than the age by which 90 % of all wins have happened is stalled. It is
a problem when the share of stalled deals among the open ones lies above 30 % by 5 points or more, with the one-sided 97.5 % bound beyond it,
and at least 10 deals are stalled; a share above 30 % without that is worth watching, and so is an owner beyond the limit when the company
keeps it. Deals past their expected close date, or in their stage for longer than any won deal was, are shown beside it.

It is wrong where the creation day is not the day selling began (imports, deals made when the contract is ready), where one pipeline mixes
quick and slow sales, and where deals are open on purpose (frame contracts, renewals booked a year ahead). A stalled deal can still be won:
one win in ten is. What it shows is where to ask for a yes or a no, not what to delete.
`,
  advice:
    'Go for the no: ask each of these customers this week whether they still have the reason and the means to change; who has not is closed as lost with the reason, the others get a next step with a date.',
  needs: {
    required: [{ deals: ['status', 'created_on', 'closed_on'] }],
    partial: [{ deals: ['status', 'created_on'] }],
    optional: {
      deals: [
        'deal_id',
        'deal_name',
        'customer',
        'owner',
        'stage',
        'expected_close_on',
        'amount',
        'currency',
      ],
      stage_history: ['deal_id', 'stage', 'entered_on'],
    },
  },
  options,
  rollups: { dealMoves },
  rows,
  messages,
  shared: sharedTables,
  queries,
  decide,
  evidence,
})
