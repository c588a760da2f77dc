// product-mix-drift drawn at random: sales of five to eight products in two quarters.
import { decide } from '../../src/detectors/product-mix-drift/decide.ts'
import { options } from '../../src/detectors/product-mix-drift/options.ts'
import type { Random } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'

function counts(shares: readonly number[], sales: number, random: Random): number[] {
  const found = shares.map(() => 0)
  for (let one = 0; one < sales; one++) {
    let at = 0
    for (let left = random.next(); at < shares.length - 1 && left >= (shares[at] ?? 0); at++)
      left -= shares[at] ?? 0
    found[at] = (found[at] ?? 0) + 1
  }
  return found
}

interface Business {
  readonly before: readonly number[]
  readonly now: readonly number[]
  readonly salesBefore: number
  readonly salesNow: number
}

function trial({ before, now, salesBefore, salesNow }: Business, random: Random): Trial {
  const [base, current] = [counts(before, salesBefore, random), counts(now, salesNow, random)]
  const sold = before.map((_, at) => ({
    key: `p${at}`,
    product: `P${at}`,
    now: current[at] ?? 0,
    before: base[at] ?? 0,
    yearBefore: 0,
  }))
  const { outcome } = decide({
    rows: { sold, refunds: [] },
    rollups: { bookings: [], targets: [], answers: [] },
    options: {
      grain: options.grain.default,
      compareTo: options.compareTo.default,
      plannedMix: options.plannedMix.default,
      minPsi: options.minPsi.default,
      minSales: options.minSales.default,
      attributionWindowDays: options.attributionWindowDays.default,
    },
    present: { has: (table) => table === 'deals' },
    asOf: '2026-07-02',
    horizon: () => '2026-07-02',
    period: null,
    since: null,
    until: null,
    words: { aliases: new Map() },
  })
  return { outcome, flagged: [], planted: [] }
}

/** A few large products and some small ones. */
const mixes = [
  [0.35, 0.25, 0.2, 0.12, 0.08],
  [0.3, 0.2, 0.15, 0.12, 0.1, 0.06, 0.04, 0.03],
  [0.6, 0.2, 0.1, 0.06, 0.04],
]

export const calibration: Calibration = {
  detector: 'product-mix-drift',
  kind: 'single',
  // The verdict tests for any drift at all: at its limit both quarters are drawn from one mix.
  healthy: (random) => {
    const mix = random.pick(mixes)
    return trial(
      { before: mix, now: mix, salesBefore: 20 + random.below(180), salesNow: 20 + random.below(180) },
      random,
    )
  },
  faulty: (random) =>
    trial(
      {
        before: [0.3, 0.25, 0.2, 0.15, 0.1],
        now: [0.2, 0.2, 0.17, 0.13, 0.3],
        salesBefore: 100,
        salesNow: 100,
      },
      random,
    ),
  fault: 'one of five products goes from 10 % to 30 % of sales, 100 sales in each quarter',
}
