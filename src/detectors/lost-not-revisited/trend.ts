// Are fewer lost deals won back than before? The rate within the horizon, of all losses and of their older and newer halves.
import { dayNumber, fromDayNumber, type CalendarDate } from '../../schema/index.ts'
import { winBackRate, winBackTrend, type WinBackRate } from '../../stats/index.ts'
import type { OptionValues } from '../options.ts'
import type { Options } from './options.ts'
import type { CohortRow } from './rows.ts'

export interface Half {
  readonly first: CalendarDate
  readonly last: CalendarDate
  readonly rate: WinBackRate
}

export interface Trend {
  readonly all: WinBackRate
  readonly older: Half | null
  readonly newer: Half | null
  /** Newer minus older; null where it cannot be said. */
  readonly change: {
    readonly points: number
    readonly lower: number
    readonly upper: number
    readonly z: number
    readonly p: number
  } | null
  readonly verdict: 'problem' | 'watch' | 'ok' | null
  /** Why there is no verdict. */
  readonly missing: string | null
}

/** So many losses of the newer half must have been watched for the whole horizon: else its rate only looks low. */
export const leastWatched = 10
const problemP = 0.05
const watchP = 0.1
/** None won back of so many is something to look at, not a lack of data: the upper limit of the rate lies below this. */
const hardlyAny = 0.05
const normal95 = 1.959963984540054

function halves(
  rows: readonly CohortRow[],
): { first: CalendarDate; middle: CalendarDate; last: CalendarDate } | null {
  const [earliest, latest] = [rows[0]?.lostOn, rows.at(-1)?.lostOn]
  if (earliest === undefined || latest === undefined) return null
  return {
    first: earliest,
    middle: fromDayNumber(Math.floor((dayNumber(earliest) + dayNumber(latest)) / 2)),
    last: latest,
  }
}

function missingOf(
  trend: Pick<Trend, 'older' | 'newer' | 'all'>,
  options: OptionValues<Options>,
): string | null {
  const { older, newer, all } = trend
  const { minLosses, horizonDays } = options
  if (older === null || newer === null || older.rate.n < minLosses || newer.rate.n < minLosses)
    return `${all.n} lost deals to look at: each half needs ${minLosses}`
  if (newer.rate.atRisk < leastWatched)
    return `only ${newer.rate.atRisk} losses of the newer half have been watched for ${horizonDays} days, ${leastWatched} are needed: give a longer history or a shorter horizon`
  if (all.rate === null) return all.reason
  return null
}

/** `rows` in the order of the day lost. */
export function trendOf(rows: readonly CohortRow[], options: OptionValues<Options>): Trend {
  const { horizonDays } = options
  const losses = rows.map(({ lostOn, days, event, deals }) => ({
    lostOn: dayNumber(lostOn),
    time: days,
    event,
    count: deals,
  }))
  const all = winBackRate(losses, horizonDays)
  const tested = winBackTrend(losses, horizonDays)
  const days = halves(rows)
  const half = (rate: WinBackRate | null, first?: CalendarDate, last?: CalendarDate): Half | null =>
    rate === null || first === undefined || last === undefined ? null : { rate, first, last }
  const older = half(tested.older, days?.first, days?.middle)
  const newer = half(
    tested.newer,
    days === null ? undefined : fromDayNumber(dayNumber(days.middle) + 1),
    days?.last,
  )
  const halvesAndAll = { all, older, newer }
  const missing = missingOf(halvesAndAll, options)
  const spread = tested.change === null || tested.z === 0 ? 0 : Math.abs(tested.change / tested.z)
  const change =
    tested.change === null || missing !== null
      ? null
      : {
          points: tested.change,
          lower: tested.change - normal95 * spread,
          upper: tested.change + normal95 * spread,
          z: tested.z,
          p: tested.pLess,
        }
  return {
    ...halvesAndAll,
    change,
    missing,
    verdict: missing === null ? verdictOf(halvesAndAll, change, options) : null,
  }
}

function verdictOf(
  { all, older }: Pick<Trend, 'all' | 'older'>,
  change: Trend['change'],
  options: OptionValues<Options>,
): Trend['verdict'] {
  if (all.events === 0 && all.upper !== null) return all.upper < hardlyAny ? 'watch' : 'ok'
  const before = older?.rate.rate ?? null
  if (change === null || before === null || before === 0) return 'ok'
  const fell = -change.points / before >= options.minFall / 100 - 1e-12
  if (!fell) return 'ok'
  if (change.p <= problemP) return all.events >= options.minWonBack ? 'problem' : 'watch'
  return change.p <= watchP ? 'watch' : 'ok'
}
