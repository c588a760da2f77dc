// paid-before-confirmed on businesses drawn at random: ten owners, both limits met exactly, or one of them passed.
import { defaultOptions } from '../../src/analyze/run-detector.ts'
import { decide, type Input } from '../../src/detectors/paid-before-confirmed/decide.ts'
import { paidBeforeConfirmed } from '../../src/detectors/paid-before-confirmed/index.ts'
import type { Random } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'
import { drawGroups, sumOf } from './draws.ts'

const company = 'the company'

function trial(random: Random, chance: (owner: number) => number, planted: readonly string[]): Trial {
  const sizes = Array.from({ length: 10 }, () => 10 + random.below(40))
  const owners = drawGroups(random, sizes, chance)
  const [paid, early] = [sumOf(sizes), sumOf(owners.map(({ hits }) => hits))]
  const takenBack = sumOf(drawGroups(random, [paid], () => 0.05).map(({ hits }) => hits))
  const row = (state: string, incentives: number, hits: number): Input['rows']['paid'][number] => ({
    state,
    currency: 'EUR',
    incentives,
    early: hits,
    valued: incentives,
    amount: 100 * incentives,
  })
  // Some of those taken back were paid early, some after a confirmation.
  const earlyTakenBack = Math.min(early, Math.round(takenBack / 2))
  const { outcome, findings } = decide({
    rows: {
      totals: [{ invoices: paid, confirmed: paid - early, undated: 0 }],
      paid: [
        row('taken-back', takenBack, earlyTakenBack),
        row('before', early - earlyTakenBack, early - earlyTakenBack),
        row('after', paid - takenBack - (early - earlyTakenBack), 0),
      ],
      groups: owners.map(({ label, hits, total }) => ({ grouping: 'owner', key: label, label, hits, total })),
      waiting: [],
      nps: [],
      kept: [],
    },
    rollups: {},
    options: defaultOptions(paidBeforeConfirmed) as Input['options'],
    present: { has: () => true },
    asOf: '2026-06-30',
    horizon: () => '2026-06-30',
    period: null,
    since: null,
    until: null,
    words: { aliases: new Map() },
  })
  const flagged = findings
    .filter(({ verdict }) => verdict === 'problem')
    .map(({ subject }) => subject[0]?.value ?? company)
  return { outcome, flagged, planted }
}

export const calibration: Calibration = {
  detector: 'paid-before-confirmed',
  kind: 'family',
  healthy: (random) => trial(random, () => 0.2, []),
  faulty: (random) =>
    random.next() < 0.5
      ? trial(random, () => 0.3, [company])
      : trial(random, (owner) => (owner === 0 ? 0.65 : 0.1), ['Owner 1']),
  fault:
    'limit 20 %: 30 % of about 300 incentives paid early (the company); or 65 % of the 10 to 49 incentives of one owner of ten, where the others have 10 %',
}
