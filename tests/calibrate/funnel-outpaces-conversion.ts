// funnel-outpaces-conversion drawn at random: growing leads that convert as they always did, or less and less. The newest have had no time yet.
import { addDays } from '../../src/schema/index.ts'
import { decideOn, group, monthStart } from '../detectors/funnel-outpaces-conversion/rows.ts'
import type { Random } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'
import { lognormalDays, poisson } from './distributions.ts'

const months = 24
const firstMonth = 200
const growth = 0.03
const daysOfMonth = 28
/** Half of the conversions come within five weeks. */
const medianLag = 35

function trial(random: Random, rateOf: (month: number) => number): Trial {
  const cells = new Map<string, { start: string; lag: number | null; leads: number }>()
  const end = addDays(monthStart(months), -1)
  for (let month = 0; month < months; month++) {
    const leads = poisson(random, firstMonth * (1 + growth) ** month)
    for (let lead = 0; lead < leads; lead++) {
      const start = addDays(monthStart(month), random.below(daysOfMonth))
      const days = random.next() < rateOf(month) ? lognormalDays(random, medianLag, 0.6) : null
      const lag = days !== null && addDays(start, days) <= end ? days : null
      const key = `${start} ${lag}`
      const cell = cells.get(key) ?? { start, lag, leads: 0 }
      cell.leads += 1
      cells.set(key, cell)
    }
  }
  const { outcome, findings } = decideOn(
    { groups: [...cells.values()].map((cell) => group(cell)) },
    months - 1,
  )
  const flagged = findings.filter(({ verdict }) => verdict === 'problem').map(({ messageId }) => messageId)
  return { outcome, flagged, planted: [] }
}

export const calibration: Calibration = {
  detector: 'funnel-outpaces-conversion',
  kind: 'single',
  healthy: (random) => trial(random, () => 0.1),
  faulty: (random) => trial(random, (month) => 0.1 * (1 - (0.35 * month) / (months - 1))),
  fault:
    'leads grow by 3 % a month for 24 months from 200 on, and the share that converts falls from 10 % to 6.5 %',
}
