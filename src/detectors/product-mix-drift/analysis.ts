// Everything the answer is made of, computed once. No words here.
import { answers } from '../../rollups/answers.ts'
import { bookings } from '../../rollups/bookings.ts'
import { targets } from '../../rollups/targets.ts'
import type { Period } from '../../schema/index.ts'
import type { DecideInput } from '../detector.ts'
import { makeLedger } from '../target-ledger.ts'
import { driftBetween, driftFromPlan, type Bin, type Drift } from './drift.ts'
import type { options } from './options.ts'
import { periodsOf, salesSource, type Periods } from './periods.ts'
import { planOf, type Plan } from './planned.ts'
import { factsOf, type ProductFacts } from './product-facts.ts'
import type { rows } from './rows.ts'

export const rollups = { bookings, targets, answers }
export type Input = DecideInput<typeof rows, typeof options, typeof rollups>

/** `season`: as different from the period before as it is, a year before it looked much the same. */
export type MixVerdict = 'problem' | 'season' | 'watch' | 'ok'

export interface Analysis {
  readonly source: 'deals' | 'invoices' | null
  readonly periods: Periods | null
  readonly plan: Plan | null
  /** What the mix is compared with; null: the plan. */
  readonly base: Period | null
  readonly drift: Drift
  /** Against the same period a year before, where the base is another and there are enough sales. */
  readonly year: Drift | null
  readonly verdict: MixVerdict | null
  /** Why there is none. */
  readonly obstacle: 'no-period' | 'no-base' | 'few-now' | 'few-base' | 'one-product' | null
  /** Largest gain and largest loss of share. */
  readonly gainer: Bin | null
  readonly loser: Bin | null
  readonly facts: ReadonlyMap<string, ProductFacts>
  readonly withoutProduct: number
  readonly unplanned: number
}

/** Weak evidence: worth watching up to this chi-square p. */
const watchP = 0.1
/** A year-old mix explains a change when it is at most this part as far away as the period before. */
const seasonPart = 0.5

function verdictOf(drift: Drift, year: Drift | null, minPsi: number): MixVerdict {
  if (drift.drift === true) {
    const isSeason =
      year !== null &&
      year.drift === false &&
      year.psi !== null &&
      drift.psi !== null &&
      year.psi <= seasonPart * drift.psi
    return isSeason ? 'season' : 'problem'
  }
  const isLarge = drift.psi !== null && drift.psi >= minPsi
  return isLarge && drift.chiSquareP !== null && drift.chiSquareP <= watchP ? 'watch' : 'ok'
}

function obstacleOf(
  periods: Periods | null,
  base: Period | null,
  plan: Plan | null,
  drift: Drift,
  minSales: number,
): Analysis['obstacle'] {
  if (periods === null) return 'no-period'
  if (plan === null && base === null) return 'no-base'
  if (drift.now < minSales) return 'few-now'
  if (drift.base !== null && drift.base < minSales) return 'few-base'
  return drift.psi === null ? 'one-product' : null
}

const byChange = (bins: readonly Bin[]): Bin[] =>
  bins.toSorted((a, b) => b.nowShare - b.baseShare - (a.nowShare - a.baseShare))

export function analyse(input: Input): Analysis {
  const { minPsi, minSales, compareTo, plannedMix } = input.options
  const { sold, refunds } = input.rows
  const periods = periodsOf(input)
  const plan = planOf(plannedMix)
  const yearly = compareTo === 'year-before'
  const base = plan !== null || periods === null ? null : yearly ? periods.yearBefore : periods.before
  const planned = plan === null ? null : driftFromPlan(sold, plan, minPsi)
  const drift = planned ?? driftBetween(sold, (row) => (yearly ? row.yearBefore : row.before), minPsi)
  const before = driftBetween(sold, (row) => row.yearBefore, minPsi)
  const year = plan === null && !yearly && (before.base ?? 0) >= minSales ? before : null
  const obstacle = obstacleOf(periods, base, plan, drift, minSales)
  const moved = byChange(drift.bins)
  const ledger = makeLedger(input.rollups.targets, input.rollups.bookings, input.rollups.answers)
  return {
    source: salesSource(input),
    periods,
    plan,
    base,
    drift,
    year,
    verdict: obstacle === null ? verdictOf(drift, year, minPsi) : null,
    obstacle,
    gainer: moved[0] ?? null,
    loser: moved.at(-1) ?? null,
    facts: periods === null ? new Map() : factsOf(ledger, refunds, periods.now, input.asOf),
    withoutProduct: sold.reduce((sum, row) => sum + (row.key === null ? row.now : 0), 0),
    unplanned: planned?.unplanned ?? 0,
  }
}
