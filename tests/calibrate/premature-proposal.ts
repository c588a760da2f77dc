// premature-proposal on businesses drawn at random: ten owners, the limit met exactly, or passed by the company or by one owner. The
// question gives `watch` at most: flagged is what lies significantly beyond the limit.
import { defaultOptions } from '../../src/analyze/run-detector.ts'
import { decide } from '../../src/detectors/premature-proposal/decide.ts'
import { prematureProposal } from '../../src/detectors/premature-proposal/index.ts'
import type { Random } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'
import { drawGroups, sumOf } from './draws.ts'

type Input = Parameters<typeof decide>[0]

const company = 'the company'

function trial(random: Random, chance: (owner: number) => number, planted: readonly string[]): Trial {
  const sizes = Array.from({ length: 10 }, () => 10 + random.below(40))
  const owners = drawGroups(random, sizes, chance)
  const [total, early] = [sumOf(sizes), sumOf(owners.map(({ hits }) => hits))]
  const input: Input = {
    rows: {
      sides: [
        { troubled: true, deals: early, won: 0, lost: 0 },
        { troubled: false, deals: total - early, won: 0, lost: 0 },
      ],
      reasons: [],
      stages: [],
      values: [],
      groups: owners.map(({ label, hits, total: deals }) => ({
        grouping: 'owner',
        key: label,
        label,
        hits,
        total: deals,
      })),
    },
    rollups: {},
    options: defaultOptions(prematureProposal) as Input['options'],
    present: { has: () => true },
    asOf: '2024-12-31',
    horizon: () => '2024-12-31',
    period: null,
    since: null,
    until: null,
    words: { aliases: new Map() },
  }
  const { outcome, summary, findings } = decide(input)
  const flagged = findings.flatMap(({ subject: [owner] }) =>
    owner === undefined ? (summary['beyondLimit'] === true ? [company] : []) : [owner.value],
  )
  return { outcome, flagged, planted }
}

export const calibration: Calibration = {
  detector: 'premature-proposal',
  kind: 'family',
  healthy: (random) => trial(random, () => 0.2, []),
  faulty: (random) =>
    random.next() < 0.5
      ? trial(random, () => 0.28, [company])
      : trial(random, (owner) => (owner === 0 ? 0.65 : 0.1), ['Owner 1']),
  fault:
    'limit 20 %: 28 % of about 300 proposals too early (the company); or 65 % of the 10 to 49 proposals of one owner of ten, where 10 % of the others are',
}
