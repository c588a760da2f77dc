// premature-proposal on businesses drawn at random: ten owners, the limit met exactly, or passed by the company or by one owner. The
// question gives `watch` at most: flagged is what lies significantly beyond the limit.
import { defaultOptions } from '../../src/analyze/run-detector.ts'
import { decide } from '../../src/detectors/premature-proposal/decide.ts'
import { prematureProposal } from '../../src/detectors/premature-proposal/index.ts'
import { surroundings } from '../detectors/surroundings.ts'
import { company, tenOwners } from './ten-owners.ts'

type Input = Parameters<typeof decide>[0]

export const calibration = tenOwners(
  'premature-proposal',
  'limit 20 %: 28 % of about 300 proposals too early (the company); or 65 % of the 10 to 49 proposals of one owner of ten, where 10 % of the others are',
  { limit: 0.2, all: 0.28, one: 0.65, others: 0.1 },
  (_random, { total, hits: early, groups }) => {
    const input: Input = {
      rows: {
        sides: [
          { troubled: true, deals: early, won: 0, lost: 0 },
          { troubled: false, deals: total - early, won: 0, lost: 0 },
        ],
        reasons: [],
        stages: [],
        values: [],
        groups,
      },
      options: defaultOptions(prematureProposal) as Input['options'],
      ...surroundings('2024-12-31'),
    }
    const { outcome, summary, findings } = decide(input)
    const flagged = findings.flatMap(({ subject: [owner] }) =>
      owner === undefined ? (summary['beyondLimit'] === true ? [company] : []) : [owner.value],
    )
    return { outcome, flagged }
  },
)
