// Draws healthy and faulty businesses for every detector, and holds what comes of it against the promises of statistics.
import { parseArgs } from 'node:util'
import { detectors } from '../../src/detectors/index.ts'
import { wilsonInterval } from '../../src/stats/index.ts'
import { seeded } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'

const mostFalse = 0.05
const mostFalselyFlagged = 0.1
const leastPower = 0.8

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

async function drawn(
  draw: Calibration['healthy'],
  businesses: number,
  seed: number,
): Promise<readonly Trial[]> {
  const trials: Trial[] = []
  // One generator per business: any of them can be drawn again by itself.
  for (let business = 0; business < businesses; business++)
    trials.push(await draw(seeded(seed * 1_000_003 + business)))
  return trials
}

const shareOf = (trials: readonly Trial[], is: (trial: Trial) => boolean): number =>
  trials.filter(is).length / trials.length

const wrong = ({ flagged, planted }: Trial): number =>
  flagged.filter((subject) => !planted.includes(subject)).length

/** Of what was flagged, the share that was not planted; nothing flagged, nothing false. */
const falseShare = (trial: Trial): number => wrong(trial) / Math.max(1, trial.flagged.length)

const meanFalseShare = (trials: readonly Trial[]): number =>
  trials.reduce((sum, trial) => sum + falseShare(trial), 0) / trials.length

const isAlarm = ({ outcome, flagged }: Trial): boolean => outcome === 'problem' || flagged.length > 0

const isFound = (trial: Trial): boolean =>
  trial.planted.length === 0 ? isAlarm(trial) : trial.planted.every((one) => trial.flagged.includes(one))

interface Verdict {
  readonly told: string
  readonly kept: boolean
}

function judgeHealthy({ kind }: Calibration, trials: readonly Trial[], faulty: readonly Trial[]): Verdict {
  const alarms = trials.filter(isAlarm).length
  const interval = wilsonInterval(alarms, trials.length)
  const lower = interval.lower ?? 0
  const upper = interval.upper ?? 1
  const range = `${alarms} of ${trials.length} healthy businesses flagged (${percent(alarms / trials.length)}, ${percent(lower)} to ${percent(upper)})`
  if (kind === 'single') return { told: range, kept: lower <= mostFalse }
  // Where nothing is faulty every flag is false: the mean over healthy businesses is the harder of the two tests.
  const healthyMean = meanFalseShare(trials)
  const faultyMean = meanFalseShare(faulty)
  return {
    told: `${range}; false discoveries ${percent(healthyMean)} among healthy, ${percent(faultyMean)} among faulty ones`,
    kept: lower <= mostFalselyFlagged && faultyMean <= mostFalselyFlagged,
  }
}

/** Prints what came of it; false when a promise was broken. */
export async function calibrate(
  calibrations: readonly Calibration[],
  args: readonly string[],
): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { businesses: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
  })
  const businesses = Number(values.businesses)
  const seed = Number(values.seed)
  let broken = 0
  for (const { id } of detectors) {
    if (positionals.length > 0 && !positionals.includes(id)) continue
    const calibration = calibrations.find(({ detector }) => detector === id)
    if (calibration === undefined) {
      broken += 1
      console.log(`${id}: MISSING, it brings no calibration`)
      continue
    }
    const healthy = await drawn((random) => calibration.healthy(random), businesses, seed)
    const faulty = await drawn((random) => calibration.faulty(random), businesses, seed + 1)
    const calm = judgeHealthy(calibration, healthy, faulty)
    const power = shareOf(faulty, isFound)
    const kept = calm.kept && power >= leastPower
    if (!kept) broken += 1
    console.log(`${id} (${calibration.kind}): ${kept ? 'kept' : 'MISSED'}`)
    console.log(`  ${calm.told}`)
    console.log(`  finds ${percent(power)} of: ${calibration.fault}`)
  }
  return broken === 0
}
