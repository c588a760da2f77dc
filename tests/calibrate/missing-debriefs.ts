// missing-debriefs on businesses drawn at random: ten owners, every limit met exactly, or a coverage far below it and one silent owner.
import { defaultOptions } from '../../src/analyze/run-detector.ts'
import { decide } from '../../src/detectors/missing-debriefs/decide.ts'
import { missingDebriefs } from '../../src/detectors/missing-debriefs/index.ts'
import type { Random } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'
import { binomial, drawGroups, sumOf } from './draws.ts'

type Input = Parameters<typeof decide>[0]

const limits = { coverage: 0.5, conduct: 0.2 }
const company = 'the company'

interface Truth {
  readonly coverage: (owner: number) => number
  /** Chance that a debrief is held in a wrong way. */
  readonly conduct: number
  readonly planted: readonly string[]
}

function trial(random: Random, { coverage, conduct, planted }: Truth): Trial {
  const sizes = Array.from({ length: 10 }, () => 10 + random.below(40))
  const owners = drawGroups(random, sizes, coverage)
  const [due, asked] = [sumOf(sizes), sumOf(owners.map(({ hits }) => hits))]
  const held = (): number => binomial(random, asked, conduct)
  const input: Input = {
    rows: {
      coverage: [{ kind: 'deal', losses: due, debriefed: asked, due, dueDebriefed: asked, beyond: 0 }],
      values: [],
      groups: owners.map(({ label, hits, total }) => ({ grouping: 'owner', key: label, label, hits, total })),
      conduct: [
        {
          debriefs: asked,
          matched: asked,
          inDays: asked,
          sameDay: held(),
          dayKnown: asked,
          long: held(),
          timed: asked,
          byOwner: held(),
          holderKnown: asked,
        },
      ],
      reasons: [],
    },
    rollups: {},
    options: defaultOptions(missingDebriefs) as Input['options'],
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
    .map(({ messageId, subject }) =>
      messageId === 'few-debriefs' ? company : (subject[0]?.value ?? messageId),
    )
  return { outcome, flagged, planted }
}

export const calibration: Calibration = {
  detector: 'missing-debriefs',
  kind: 'family',
  healthy: (random) =>
    trial(random, { coverage: () => limits.coverage, conduct: limits.conduct, planted: [] }),
  faulty: (random) =>
    random.next() < 0.5
      ? trial(random, { coverage: () => 0.4, conduct: limits.conduct, planted: [company] })
      : trial(random, {
          coverage: (owner) => (owner === 0 ? 0.1 : 0.65),
          conduct: 0.05,
          planted: ['Owner 1'],
        }),
  fault:
    'limit 50 %: 40 % of about 300 lost deals debriefed (the company); or 10 % of the 10 to 49 losses of one owner of ten, where the others debrief 65 %',
}
