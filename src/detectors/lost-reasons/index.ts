// lost-reasons: why deals are lost, ranked honestly, and whether that is changing.
import { dealMoves } from '../../rollups/deal-moves.ts'
import { defineDetector } from '../detector.ts'
import { decide } from './decide.ts'
import { evidenceOf } from './evidence.ts'
import { messages } from './findings/draft.ts'
import { options } from './options.ts'
import { queriesOf } from './queries/index.ts'
import { rows } from './rows.ts'

export const lostReasons = defineDetector({
  id: 'lost-reasons',
  question: 'Why do we lose deals, and is that changing?',
  explanation: `
Lost reasons are typed in a hurry, in many spellings, and the list that comes out of them steers the roadmap. A ranking of raw texts hides
the largest reason behind its spellings, and calls a reason number one, or growing, that only chance put there.

Wordings are brought together by spelling and by similarity, and every merge is listed. Each reason gets its count, its share of the losses
with a reason and a 95 % interval, and its value per currency. Number one is only called so when an exact test tells it apart from the second
and at least 70 % of the losses carry a reason. The two newest complete quarters are compared (or before and after splitDate): a problem
is a reason whose share rose by 10 points or more, significantly even after allowing for the number of reasons; a smaller significant
rise, a segment where a reason is named significantly more often, or too few reasons recorded is worth watching.

It is wrong where the reasons are: what a rep types is a guess until the customer confirms it. It takes losses without a reason to be
like those with one. Synonyms (price, too expensive) stay apart until the alias map in salescheck.json joins them, and two different
reasons may be merged where they differ by a letter: look at the table of wordings.
`,
  advice:
    'Ask five customers behind the top reason why they really decided as they did, before the roadmap or the price list is changed.',
  needs: {
    required: [
      { deals: ['status', 'lost_reason'] },
      { customers: ['churn_reason'] },
      { customers: ['churn_category'] },
      { leads: ['lost_reason'] },
    ],
    optional: {
      deals: [
        'deal_id',
        'status',
        'lost_reason',
        'closed_on',
        'amount',
        'currency',
        'lost_stage',
        'stage',
        'segment',
        'product',
        'owner',
        'team',
        'source',
        'competitor',
      ],
      customers: [
        'customer_id',
        'status',
        'churn_reason',
        'churn_category',
        'ended_on',
        'start_value',
        'currency',
        'segment',
        'product',
        'owner',
        'team',
      ],
      leads: [
        'lead_id',
        'lost_reason',
        'converted_on',
        'converted',
        'segment',
        'product',
        'owner',
        'team',
        'source',
      ],
      stage_history: ['deal_id', 'stage', 'entered_on'],
    },
  },
  options,
  rollups: { dealMoves },
  rows,
  messages,
  queries: queriesOf,
  decide,
  evidence: evidenceOf,
})
