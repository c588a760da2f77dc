// incomplete-onboarding on businesses drawn at random: ten owners, the limit met exactly, or passed by the company or by one owner.
import { defaultOptions } from '../../src/analyze/run-detector.ts'
import { decide } from '../../src/detectors/incomplete-onboarding/decide.ts'
import { incompleteOnboarding } from '../../src/detectors/incomplete-onboarding/index.ts'
import { surroundings } from '../detectors/surroundings.ts'
import { problemsOf, tenOwners } from './ten-owners.ts'

type Input = Parameters<typeof decide>[0]

export const calibration = tenOwners(
  'incomplete-onboarding',
  'limit 10 %: 18 % of about 300 customers incomplete (the company); or 60 % of the 10 to 49 customers of one owner of ten, where 4 % of the others are',
  { limit: 0.1, all: 0.18, one: 0.6, others: 0.04 },
  (_random, { total: due, hits: incomplete, groups }) => {
    const input: Input = {
      rows: {
        totals: [{ customers: due, incomplete, due, dueIncomplete: incomplete }],
        fields: [],
        values: [],
        groups,
        waiting: [],
        nps: [],
      },
      options: defaultOptions(incompleteOnboarding) as Input['options'],
      ...surroundings('2024-12-31'),
    }
    const { outcome, findings } = decide(input)
    return { outcome, flagged: problemsOf(findings) }
  },
)
