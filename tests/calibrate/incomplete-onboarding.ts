// incomplete-onboarding on businesses drawn at random: ten owners, the limit met exactly, or passed by the company or by one owner.
import { defaultOptions } from '../../src/analyze/run-detector.ts'
import { decide } from '../../src/detectors/incomplete-onboarding/decide.ts'
import { incompleteOnboarding } from '../../src/detectors/incomplete-onboarding/index.ts'
import type { Random } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'
import { drawGroups, sumOf } from './draws.ts'

type Input = Parameters<typeof decide>[0]

const company = 'the company'

function trial(random: Random, chance: (owner: number) => number, planted: readonly string[]): Trial {
  const sizes = Array.from({ length: 10 }, () => 10 + random.below(40))
  const owners = drawGroups(random, sizes, chance)
  const [due, incomplete] = [sumOf(sizes), sumOf(owners.map(({ hits }) => hits))]
  const input: Input = {
    rows: {
      totals: [{ customers: due, incomplete, due, dueIncomplete: incomplete }],
      fields: [],
      values: [],
      groups: owners.map(({ label, hits, total }) => ({ grouping: 'owner', key: label, label, hits, total })),
      waiting: [],
      nps: [],
    },
    rollups: {},
    options: defaultOptions(incompleteOnboarding) as Input['options'],
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
  detector: 'incomplete-onboarding',
  kind: 'family',
  healthy: (random) => trial(random, () => 0.1, []),
  faulty: (random) =>
    random.next() < 0.5
      ? trial(random, () => 0.18, [company])
      : trial(random, (owner) => (owner === 0 ? 0.6 : 0.04), ['Owner 1']),
  fault:
    'limit 10 %: 18 % of about 300 customers incomplete (the company); or 60 % of the 10 to 49 customers of one owner of ten, where 4 % of the others are',
}
