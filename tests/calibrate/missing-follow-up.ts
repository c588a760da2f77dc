// missing-follow-up on businesses drawn at random: ten owners, the limit met exactly, or passed by the company or by one owner.
import { defaultOptions } from '../../src/analyze/run-detector.ts'
import { decide } from '../../src/detectors/missing-follow-up/decide.ts'
import { missingFollowUp } from '../../src/detectors/missing-follow-up/index.ts'
import { surroundings } from '../detectors/surroundings.ts'
import { problemsOf, tenOwners } from './ten-owners.ts'

type Input = Parameters<typeof decide>[0]

export const calibration = tenOwners(
  'missing-follow-up',
  'limit 20 %: 28 % of about 300 won deals without a contact in time (the company); or 65 % of the 10 to 49 won deals of one owner of ten, where the others forget 10 %',
  { limit: 0.2, all: 0.28, one: 0.65, others: 0.1 },
  (_random, { total: due, hits: missing, groups }) => {
    const input: Input = {
      rows: {
        totals: [
          {
            won: due,
            contacted: due - missing,
            never: missing,
            due,
            inTime: due - missing,
            late: 0,
            contacts: due,
            met: due - missing,
            undated: 0,
          },
        ],
        values: [],
        groups,
        waiting: [],
        nps: [],
        kept: [],
      },
      options: defaultOptions(missingFollowUp) as Input['options'],
      ...surroundings('2024-12-31'),
    }
    const { outcome, findings } = decide(input)
    return { outcome, flagged: problemsOf(findings) }
  },
)
