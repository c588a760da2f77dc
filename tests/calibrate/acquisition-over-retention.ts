// Customers of very different size, of whom some leave and some pay less: as much is lost as the limit allows, or nearly twice that.
import type { Random } from '../bench/random.ts'
import { decide } from '../../src/detectors/acquisition-over-retention/decide.ts'
import { options, type Options } from '../../src/detectors/acquisition-over-retention/options.ts'
import type { OptionValues } from '../../src/detectors/options.ts'
import type { MovementRow } from '../../src/detectors/acquisition-over-retention/rows.ts'
import type { Calibration, Trial } from './calibration.ts'
import { between, normal } from './distributions.ts'

const defaults = Object.fromEntries(
  Object.entries(options).map(([key, spec]) => [key, spec.default]),
) as OptionValues<Options>

/** One customer in ten of those who stay pays 30 % less; one in five a tenth more. */
const shrinking = 0.1
const shrinkBy = 0.3
const growing = 0.2

/** `lost`: expected share of the revenue at the start that is lost, with customers who leave and those who pay less. */
function business(random: Random, customers: number, spread: number, lost: number): Trial {
  const leaving = (lost - shrinking * shrinkBy) / (1 - shrinking * shrinkBy)
  const rows = new Map<string, { customers: number; startValue: number; endValue: number; squares: number }>()
  for (let left = customers; left > 0; left -= 1) {
    const start = Math.round(1000 * Math.exp(spread * normal(random)))
    const chance = random.next()
    const stays = chance < shrinking ? 1 - shrinkBy : chance < shrinking + growing ? 1.1 : 1
    const end = random.next() < leaving ? 0 : Math.round(start * stays)
    const name = end === 0 ? 'left' : end < start ? 'less' : 'more'
    const row = rows.get(name) ?? { customers: 0, startValue: 0, endValue: 0, squares: 0 }
    rows.set(name, row)
    row.customers += 1
    row.startValue += start
    row.endValue += end
    row.squares += start * start
  }
  const movement = [...rows].map(([name, row]): MovementRow => ({
    ...row,
    currency: 'EUR',
    class: name,
    negatives: 0,
  }))
  const { outcome } = decide({
    rows: {
      movement,
      steps: [],
      defectors: [],
      revenue: [],
      incentives: [],
      totals: [{ customers, firstOn: null }],
    },
    rollups: {},
    options: defaults,
    present: { has: (table) => table === 'customers' },
    asOf: '2026-06-30',
    horizon: () => '2026-06-30',
    period: null,
    since: null,
    until: null,
    words: { aliases: new Map() },
  })
  return { outcome, flagged: [], planted: [] }
}

export const calibration: Calibration = {
  detector: 'acquisition-over-retention',
  kind: 'single',
  healthy: (random) =>
    business(random, 30 + random.below(470), between(random, 0.3, 1.2), defaults.maxLost / 100),
  faulty: (random) => business(random, 300, 0.8, 0.28),
  fault: '28 % of the revenue of 300 customers of different size is lost within the year (limit 15 %)',
}
