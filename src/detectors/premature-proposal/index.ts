// premature-proposal: whether proposals are made before anybody understood what the customer needs.
import { dealMoves } from '../../rollups/deal-moves.ts'
import { sql } from '../../sql/index.ts'
import { defineDetector } from '../detector.ts'
import { ofGroup } from '../share-limit-findings.ts'
import { decide } from './decide.ts'
import { messages } from './messages.ts'
import { options } from './options.ts'
import { sharedOf } from './proposals.ts'
import { queriesOf } from './queries.ts'
import { rows } from './rows.ts'

export const prematureProposal = defineDetector({
  id: 'premature-proposal',
  question: 'Do we present and quote before we have understood what the customer needs?',
  explanation: `
A proposal that answers no question is a price list. Whoever presents before discovery argues about the price, because nothing else has been
said; and the pipeline fills with quotes that nobody asked for.

Judged are the deals with a proposal. It came too early when it came before discovery, on the same day (option minDays), without any
discovery, or, where the export has such columns, with no reason to change, budget or decision maker on record. What the stages mean is
decided by words, and shown. The share of early proposals is held against a limit (20 %); owners and segments are judged among each other.
Beside it stands how many of both kinds were won so far, of those created and of those closed. The question is informative: never more
than something to watch.

Stages say when somebody moved a card, not when somebody understood: a rep who books discovery and proposal on one evening looks hasty. Deals
older than the history of stages are left out. Small, simple deals may rightly skip discovery and are won less or more for reasons of their
own: that early proposals lose is a reason to look, not a proof.
`,
  advice:
    'Take five lost deals with an early proposal and ask what was known of the customer when it was sent; then let no quote leave before need, budget and decision maker are written down.',
  needs: {
    required: [
      { deals: ['status', 'deal_id'], stage_history: ['deal_id', 'stage', 'entered_on'] },
      { deals: ['status', 'discovery_on', 'proposal_on'] },
      { deals: ['status', 'need', 'budget', 'decision_maker'] },
    ],
    optional: {
      deals: [
        'deal_id',
        'status',
        'created_on',
        'owner',
        'segment',
        'amount',
        'currency',
        'discovery_on',
        'proposal_on',
        'need',
        'budget',
        'decision_maker',
      ],
      stage_history: ['deal_id', 'stage', 'from_stage', 'entered_on'],
    },
  },
  options,
  rollups: { dealMoves },
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
        sql: sql`SELECT deal_id AS id FROM premature_proposal_judged WHERE judged = 1 AND hit = 1 ${ofGroup(draft, dialect)}`,
      },
    ]
  },
})
