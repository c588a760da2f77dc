// Growing pipelines in which a part of the deals is never answered: just as many as the limit allows, or half as many again.
import type { Random } from '../bench/random.ts'
import { decide } from '../../src/detectors/stalled-deals/decide.ts'
import { options, type Options } from '../../src/detectors/stalled-deals/options.ts'
import type { OptionValues } from '../../src/detectors/options.ts'
import type { CycleRow, OpenRow } from '../../src/detectors/stalled-deals/rows.ts'
import type { Calibration, Trial } from './calibration.ts'
import { between, lognormalDays, normal, poisson } from './distributions.ts'

const days = 730
const defaults = Object.fromEntries(
  Object.entries(options).map(([key, spec]) => [key, spec.default]),
) as OptionValues<Options>

interface Process {
  /** Growth of created deals per day, as a logarithm. */
  readonly growth: number
  readonly winMedian: number
  readonly lossMedian: number
}

const winShare = 0.25
const winSpread = 0.6
const lossSpread = 0.8
/** 90 % of a standard normal lie below it. */
const ninety = 1.2815515655446004

interface Answered {
  readonly won: boolean
  readonly after: number
}

function answer(random: Random, { winMedian, lossMedian }: Process): Answered {
  const won = random.next() < winShare
  return {
    won,
    after: won ? lognormalDays(random, winMedian, winSpread) : lognormalDays(random, lossMedian, lossSpread),
  }
}

/** How many never answered deals per created one make this share of the open deals older than the age of 90 % of the wins. */
function unanswered(process: Process, stalledShare: number, threshold: number, random: Random): number {
  const open = { young: 0, old: 0, never: { young: 0, old: 0 } }
  const waits = Array.from({ length: 4000 }, () => answer(random, process).after)
  for (let age = 0; age < days; age += 1) {
    const weight = Math.exp(-process.growth * age)
    const waiting = (weight * waits.filter((after) => after > age).length) / waits.length
    const group = age > threshold ? 'old' : 'young'
    open[group] += waiting
    open.never[group] += weight
  }
  const { young, old, never } = open
  return (stalledShare * (young + old) - old) / (never.old - stalledShare * (never.young + never.old))
}

function business(random: Random, stalledShare: number, expectedOpen: number): Trial {
  const process: Process = {
    growth: between(random, 0, 0.001),
    winMedian: between(random, 30, 60),
    lossMedian: between(random, 25, 50),
  }
  const threshold = process.winMedian * Math.exp(winSpread * ninety)
  const never = unanswered(process, stalledShare, threshold, random)
  const deals: { age: number; state: 'won' | 'lost' | 'open' }[] = []
  let waitingPerDeal = 0
  for (let age = 0; age < days; age += 1) {
    const weight = Math.exp(-process.growth * age)
    waitingPerDeal += weight * never
    for (let at = 0; at < 4; at += 1) if (answer(random, process).after > age) waitingPerDeal += weight / 4
  }
  const perDay = expectedOpen / waitingPerDeal
  for (let age = 0; age < days; age += 1) {
    const mean = perDay * Math.exp(-process.growth * age)
    for (let left = poisson(random, mean); left > 0; left -= 1) {
      const { won, after } = answer(random, process)
      deals.push(after > age ? { age, state: 'open' } : { age: after, state: won ? 'won' : 'lost' })
    }
    for (let left = poisson(random, mean * never); left > 0; left -= 1) deals.push({ age, state: 'open' })
  }
  return judged(deals, random)
}

function judged(deals: readonly { age: number; state: 'won' | 'lost' | 'open' }[], random: Random): Trial {
  const cycles = deals.map(({ age, state }): CycleRow => ({ state, age, deals: 1, closedLater: 0 }))
  const open = deals
    .filter(({ state }) => state === 'open')
    .map(({ age }): OpenRow => {
      const owner = `Owner ${random.below(8)}`
      const amount = Math.round(5000 * Math.exp(0.8 * normal(random)))
      const shown = { ownerKey: owner, owner, other: false, currency: 'EUR', overdue: false, stuck: false }
      return { ...shown, age, deals: 1, valued: 1, amount }
    })
  const { outcome } = decide({
    rows: { cycles, open, oldest: [] },
    rollups: {},
    options: defaults,
    present: { has: () => true },
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
  detector: 'stalled-deals',
  kind: 'single',
  healthy: (random) => business(random, defaults.maxStalled / 100, between(random, 40, 200)),
  faulty: (random) => business(random, 0.45, 120),
  fault:
    '45 % of about 120 open deals are older than the age by which 90 % of all wins have happened (limit 30 %)',
}
