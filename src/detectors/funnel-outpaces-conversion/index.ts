// funnel-outpaces-conversion: do leads grow while the conversions they bring fall behind?
import { defineDetector } from '../detector.ts'
import { optional, partial, required } from './basis.ts'
import { decide } from './decide.ts'
import { evidence } from './evidence.ts'
import { messages } from './messages.ts'
import { options } from './options.ts'
import { queries } from './queries.ts'
import { rows } from './rows.ts'

export const funnelOutpacesConversion = defineDetector({
  id: 'funnel-outpaces-conversion',
  question: 'Do leads grow faster than the conversions they bring?',
  explanation: `
A growing funnel looks like success while the share of leads that buys falls: marketing is paid for volume, sales works through leads that do
not fit, and revenue follows months later. The usual chart cannot show it. The newest leads have had no time to convert, so their rate
always seems to collapse: a rule of thumb on recent months sounds the alarm in most healthy, growing businesses.

A lead counts as converted when it converts within horizonDays of its creation. How long conversions take is learned from all leads,
the unconverted ones included, and every month's leads count by the share of their conversions that can have come by now; a month is used
from 30 % on. The monthly trend of leads and the monthly trend of the conversion rate are each tested. A problem: leads grow (p up to 0.05),
the rate falls (p up to 0.05, 0.01 below 14 months) and has lost 10 % or more in all. Weaker evidence of such a loss is worth
watching; a clear loss while leads do not grow is reported as conversion-declined.

It is wrong when leads have become slower instead of worse (compare the median days of the two halves), when the mix or the definition of
a lead changed (look at the sources), and when months hang together strongly: then one healthy funnel in ten may be called a problem.
A season can look like a trend in less than two years of data, and below 14 usable months only very large falls are found.
`,
  advice:
    'Look at the sources whose rate fell most: go through twenty of their unconverted leads with the reps who worked them, before paying for more of the same.',
  needs: { required, partial, optional },
  options,
  rows,
  messages,
  queries,
  decide,
  evidence,
})
