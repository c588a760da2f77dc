// target-hit-nps-low drawn at random: twenty owners who all hit their target, each with customers of the same mind, or one without.
import { targetHitNpsLow } from '../../src/detectors/target-hit-nps-low/index.ts'
import { inputOf, type Line } from '../detectors/target-hit-nps-low/quarter.ts'
import type { Random } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'

/** Shares of detractors and passives; the rest are promoters. */
type Mind = readonly [detractors: number, passives: number]

/** An NPS of +30, and one of -15. */
const content: Mind = [0.2, 0.3]
const unhappy: Mind = [0.45, 0.25]

const owners = 20
const answers = 50

function line(random: Random, name: string, [detractors, passives]: Mind): Line {
  const counts: [number, number, number] = [0, 0, 0]
  for (let answer = 0; answer < answers; answer++) {
    const drawn = random.next()
    counts[drawn < detractors ? 0 : drawn < detractors + passives ? 1 : 2] += 1
  }
  return [name, 1.1, ...counts]
}

function trial(random: Random, mindOf: (place: number) => Mind, planted: readonly string[]): Trial {
  const lines = Array.from({ length: owners }, (_, place) =>
    line(random, `Owner ${place + 1}`, mindOf(place)),
  )
  const { outcome, findings } = targetHitNpsLow.decide(inputOf(lines))
  const flagged = findings
    .filter(({ verdict }) => verdict === 'problem')
    .map(({ subject }) => subject[0]?.value ?? '')
  return { outcome, flagged, planted }
}

export const calibration: Calibration = {
  detector: 'target-hit-nps-low',
  kind: 'family',
  healthy: (random) => trial(random, () => content, []),
  faulty: (random) => trial(random, (place) => (place === 0 ? unhappy : content), ['Owner 1']),
  fault: 'one of 20 owners on target has an NPS of -15 from 50 answers, the others of +30',
}
