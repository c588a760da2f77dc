// missing-follow-up on businesses drawn at random: ten owners, the limit met exactly, or passed by the company or by one owner.
import { defaultOptions } from '../../src/analyze/run-detector.ts'
import { decide } from '../../src/detectors/missing-follow-up/decide.ts'
import { missingFollowUp } from '../../src/detectors/missing-follow-up/index.ts'
import type { Random } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'
import { drawGroups, sumOf } from './draws.ts'

type Input = Parameters<typeof decide>[0]

const company = 'the company'

function trial(random: Random, chance: (owner: number) => number, planted: readonly string[]): Trial {
  const sizes = Array.from({ length: 10 }, () => 10 + random.below(40))
  const owners = drawGroups(random, sizes, chance)
  const [due, missing] = [sumOf(sizes), sumOf(owners.map(({ hits }) => hits))]
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
      groups: owners.map(({ label, hits, total }) => ({ grouping: 'owner', key: label, label, hits, total })),
      waiting: [],
      nps: [],
      kept: [],
    },
    rollups: {},
    options: defaultOptions(missingFollowUp) as Input['options'],
    present: { has: () => true },
    asOf: '2024-12-31',
    horizon: () => '2024-12-31',
    period: null,
    since: null,
    until: null,
    words: { aliases: new Map() },
  }
  const { outcome, findings } = decide(input)
  const flagged = findings
    .filter(({ verdict }) => verdict === 'problem')
    .map(({ subject }) => subject[0]?.value ?? company)
  return { outcome, flagged, planted }
}

export const calibration: Calibration = {
  detector: 'missing-follow-up',
  kind: 'family',
  healthy: (random) => trial(random, () => 0.2, []),
  faulty: (random) =>
    random.next() < 0.5
      ? trial(random, () => 0.28, [company])
      : trial(random, (owner) => (owner === 0 ? 0.65 : 0.1), ['Owner 1']),
  fault:
    'limit 20 %: 28 % of about 300 won deals without a contact in time (the company); or 65 % of the 10 to 49 won deals of one owner of ten, where the others forget 10 %',
}
