// Two years of lost deals, some of them won back later: as many of the newer ones as of the older, or half as many.
import type { Random } from '../bench/random.ts'
import { decide } from '../../src/detectors/lost-not-revisited/decide.ts'
import { options, type Options } from '../../src/detectors/lost-not-revisited/options.ts'
import type { OptionValues } from '../../src/detectors/options.ts'
import type { CohortRow } from '../../src/detectors/lost-not-revisited/rows.ts'
import { fromDayNumber } from '../../src/schema/index.ts'
import type { Calibration, Trial } from './calibration.ts'
import { between, lognormalDays } from './distributions.ts'

const days = 730
const lastDay = 20_600
const defaults = Object.fromEntries(
  Object.entries(options).map(([key, spec]) => [key, spec.default]),
) as unknown as OptionValues<Options>

/** `rates`: chance of being won back, lost in the first and in the second year. Lags have a median of 60 days. */
function business(random: Random, losses: number, growth: number, rates: readonly [number, number]): Trial {
  const { horizonDays } = defaults
  const cohort: CohortRow[] = Array.from({ length: losses }, () => {
    // More losses in the newer months where the business grows.
    const share = growth === 0 ? random.next() : Math.log1p(random.next() * Math.expm1(growth)) / growth
    const day = Math.floor(share * days)
    const rate = day < days / 2 ? rates[0] : rates[1]
    const lag = random.next() < rate ? lognormalDays(random, 60, 0.7) : Infinity
    const watched = days - day
    const event = lag <= Math.min(watched, horizonDays)
    const lostOn = fromDayNumber(lastDay - watched)
    return { lostOn, days: event ? lag : Math.min(watched, horizonDays), event, deals: 1 }
  })
  const totals = {
    lost: losses,
    counted: losses,
    linked: 1,
    repeated: 1,
    undated: 0,
    earlier: 0,
    unexplained: 0,
  }
  const asOf = fromDayNumber(lastDay)
  const { outcome } = decide({
    rows: {
      cohort: cohort.toSorted((a, b) => (a.lostOn < b.lostOn ? -1 : 1)),
      groups: [],
      untouched: [],
      largest: [],
      totals: [totals],
    },
    rollups: {},
    options: defaults,
    present: { has: () => true },
    asOf,
    horizon: () => asOf,
    period: null,
    since: null,
    until: null,
    words: { aliases: new Map() },
  })
  return { outcome, flagged: [], planted: [] }
}

export const calibration: Calibration = {
  detector: 'lost-not-revisited',
  kind: 'single',
  healthy: (random) => {
    const rate = between(random, 0.04, 0.2)
    return business(random, 100 + random.below(900), between(random, 0, 1.5), [rate, rate])
  },
  faulty: (random) => business(random, 800, 0.5, [0.12, 0.05]),
  fault: 'of 800 losses in two years 12 % of the older come back, 5 % of the newer',
}
