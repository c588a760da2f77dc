// lost-reasons drawn at random: two quarters of losses whose reasons keep their shares, or of which one takes hold.
import { decide } from '../../src/detectors/lost-reasons/decide.ts'
import { input, said } from '../detectors/lost-reasons/losses.ts'
import type { Random } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'

const reasons = [
  'Price',
  'Competitor',
  'No budget',
  'Timing',
  'Missing integration',
  'Support',
  'Champion left',
  'Fit',
]
const usual = [0.3, 0.18, 0.14, 0.12, 0.1, 0.07, 0.05, 0.04]
/** Missing integration rises from 10 % to 28 %; the others keep their proportions. */
const risen = usual.map((share, place) => (place === 4 ? 0.28 : (share * 0.72) / 0.9))
const losses = 120

function quarter(random: Random, shares: readonly number[]): number[] {
  const counts = shares.map(() => 0)
  for (let loss = 0; loss < losses; loss++) {
    let drawn = random.next()
    let place = 0
    while (place < shares.length - 1 && drawn >= (shares[place] ?? 0)) drawn -= shares[place++] ?? 0
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

function trial(random: Random, shares: readonly number[], planted: readonly string[]): Trial {
  const before = quarter(random, usual)
  const after = quarter(random, shares)
  const rows = reasons.map((reason, place) => {
    const pair = [before[place] ?? 0, after[place] ?? 0] as const
    return said(reason, pair[0] + pair[1], pair)
  })
  const { outcome, findings } = decide(input({ reasons: rows }))
  const flagged = findings
    .filter(({ verdict }) => verdict === 'problem')
    .map(({ subject }) => subject[0]?.value ?? '')
  return { outcome, flagged, planted }
}

export const calibration: Calibration = {
  detector: 'lost-reasons',
  kind: 'family',
  healthy: (random) => trial(random, usual, []),
  faulty: (random) => trial(random, risen, ['Missing integration']),
  fault: 'one of eight reasons rises from 10 % to 28 % between two quarters of 120 losses',
}
