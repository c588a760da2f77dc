// journey-gap: does every touchpoint score well while the journey as a whole does not?
import { defineDetector } from '../detector.ts'
import { shared } from './answers.ts'
import { decide } from './decide.ts'
import { evidence } from './evidence.ts'
import { messages } from './messages.ts'
import { options } from './options.ts'
import { queries } from './queries.ts'
import { rows } from './rows.ts'

export const journeyGap = defineDetector({
  id: 'journey-gap',
  question: 'Does every touchpoint score well while the journey as a whole does not?',
  explanation: `
A customer can be content with the sale, the onboarding and the support call, and still not come back: what goes wrong lies between them, in
hand-offs that nobody owns and no touchpoint survey asks about. Teams that are measured by their own touchpoint all look good meanwhile.

Every rating is put on a scale from 0 to 100 and every customer counts once, by the mean of its answers. Where at least 10 customers rated
both a touchpoint and the whole journey, the two ratings of the same customers are compared (paired t), else all customers of each side
(Welch). A problem is a gap of 10 points or more whose 95 % interval lies above 0. Where different customers answered, the gap is split into
what remains within segments and what only says who was asked (Kitagawa); a gap that is mostly the latter is worth a look, no problem.

It is wrong when the two were not asked alike: satisfaction is usually rated higher than the likelihood to recommend, and people asked right
after a good moment are kinder than people asked months later. Touchpoints nobody asks about are not seen, and a low rating of the journey
may also mean the product or the price.`,
  advice:
    'Follow three customers with good touchpoint answers and a poor overall one from sale to support, write down every hand-off where they waited or had to repeat themselves, and give the widest gap one owner across teams.',
  needs: {
    required: [
      { surveys: ['score', 'kind'] },
      { surveys: ['score', 'touchpoint'] },
      { surveys: ['satisfaction', 'kind'] },
      { surveys: ['satisfaction', 'touchpoint'] },
    ],
    optional: {
      surveys: [
        'score',
        'satisfaction',
        'kind',
        'touchpoint',
        'survey_id',
        'customer_id',
        'customer',
        'email',
        'answered_on',
        'segment',
        'product',
      ],
    },
  },
  options,
  rows,
  messages,
  shared,
  queries,
  decide,
  evidence,
})
