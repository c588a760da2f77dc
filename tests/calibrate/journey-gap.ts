// journey-gap drawn at random: customers with a level of their own, ratings whole numbers from 0 to 10.
import { decide } from '../../src/detectors/journey-gap/decide.ts'
import { options } from '../../src/detectors/journey-gap/options.ts'
import type { PairRow, SideRow } from '../../src/detectors/journey-gap/rows.ts'
import type { Random } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'

const defaults = { minGap: options.minGap.default, minAnswers: options.minAnswers.default }

function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()))
  return radius * Math.cos(2 * Math.PI * random.next())
}

/** One rating in points: a customer's level, its own noise, cut to the scale. */
const rating = (level: number, random: Random): number =>
  10 * Math.max(0, Math.min(10, Math.round(level + 1.8 * normal(random))))

interface Business {
  readonly customers: number
  /** The same customers gave both. */
  readonly paired: boolean
  /** True distance of journey below touchpoints, in points of 10. */
  readonly gap: number
}

const side = (kind: string, sum: number): SideRow => ({
  kind,
  touchpoint: null,
  segment: null,
  sum,
  count: 1,
  respondents: 1,
})

function trial({ customers, paired, gap }: Business, random: Random): Trial {
  const pairs: PairRow[] = []
  const sides: SideRow[] = []
  for (let one = 0; one < customers; one++) {
    const level = 7.2 + 1.2 * normal(random)
    const touchSum = rating(level, random)
    const other = paired ? level : 7.2 + 1.2 * normal(random)
    const journeySum = rating(other - gap, random)
    sides.push(side('touchpoint', touchSum), side('journey', journeySum))
    if (!paired) continue
    pairs.push({
      by: 'customer_key',
      touchpoint: null,
      touchSum,
      touchCount: 1,
      journeySum,
      journeyCount: 1,
      respondents: 1,
    })
  }
  const total = (kind: string): number =>
    sides.reduce((sum, row) => sum + (row.kind === kind ? row.sum : 0), 0)
  const totals = ['journey', 'touchpoint'].map((kind) => ({
    kind,
    answers: customers,
    scored: customers,
    sum: total(kind),
  }))
  const { outcome } = decide({
    rows: { pairs, sides, totals, leftOut: [{ unrated: 0, undated: 0 }] },
    rollups: {},
    options: defaults,
    present: { has: (table, column) => table === 'surveys' && column !== 'segment' && column !== 'product' },
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
  detector: 'journey-gap',
  kind: 'single',
  // The verdict tests for any gap at all: at its limit touchpoints and journey are alike. Few customers are the hardest case.
  healthy: (random) =>
    trial({ customers: 10 + random.below(40), paired: random.below(2) === 0, gap: 0 }, random),
  faulty: (random) => trial({ customers: 50, paired: true, gap: 1.6 }, random),
  fault: 'a journey 15 points of 100 below its touchpoints, 50 customers who rated both',
}
