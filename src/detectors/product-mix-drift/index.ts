// product-mix-drift: is what is sold what the strategy says?
import { defineDetector } from '../detector.ts'
import { rollups } from './analysis.ts'
import { decide } from './decide.ts'
import { evidence } from './evidence.ts'
import { messages } from './messages.ts'
import { options } from './options.ts'
import { queries } from './queries.ts'
import { rows } from './rows.ts'

export const productMixDrift = defineDetector({
  id: 'product-mix-drift',
  question: 'Is what we sell shifting from one product to another?',
  explanation: `
A strategy says which products are to grow; what is sold follows commission, ease and discounts. A product that is pushed can carry every
target for a quarter while its buyers are disappointed or give it back, and the products meant to carry the next years fade unnoticed.

Won deals of the newest complete period are counted by product and compared with the period before, the same period a year before, or a
planned mix. The population stability index says how far the mixes are apart. A problem is an index of 0.10 or more that also lies above
what chance gives with this many sales, with a chi-square p of 0.05 or less. A shift that a year-old mix explains is called a season.
Beside each product stand its attainment, the NPS of its buyers, and how many of its invoices were taken back.

It is wrong when the shift is wanted: a launch, a product that ends, a campaign; give the planned mix then. Few sales hide all but large
shifts. Sales are counted, not money: one large deal is one deal. Renamed products look like new ones.`,
  advice:
    'Ask the owners who sold most of the product that gained why they lead with it; where it is the incentive or the discount, change that before the targets of the other products, and read what its buyers say.',
  needs: {
    required: [{ deals: ['status', 'closed_on', 'product'] }, { invoices: ['issued_on', 'product'] }],
    optional: {
      deals: ['deal_id', 'amount', 'status', 'closed_on', 'product'],
      invoices: [
        'invoice_id',
        'deal_id',
        'product',
        'issued_on',
        'amount',
        'status',
        'kind',
        'cancelled_on',
        'credited_invoice_id',
      ],
      targets: ['target_amount', 'level', 'entity', 'grain', 'start_on', 'end_on', 'currency'],
      surveys: ['score', 'answered_on', 'product'],
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
