// Everything the answer is made of, computed once: months, trends, halves, sources. No words here.
import type { CalendarDate } from '../../schema/index.ts'
import { funnelGap, monthlyGrowth, type LeadGroup, type MonthlyGrowth } from '../../stats/index.ts'
import { isDated } from './basis.ts'
import { census as censusOf, type Census, type Input } from './census.ts'
import { leadElasticity, type LeadElasticity } from './elasticity.ts'
import { estimateOf, estimateOfTotals, type Estimated, type Settings } from './estimate.ts'
import { exposureByAge, exposureByCurve, type Exposure } from './exposure.ts'
import { cohortsBy, cohortsOf, judgedThrough, type Cohort, type Piece } from './funnel.ts'
import { halvesOf, medianLag, type Halves } from './halves.ts'
import { leadGroups, type Entered } from './lead-groups.ts'
import type { GroupRow, SourceRow, WonRow } from './rows.ts'
import { sourceMoves, type SourceMove } from './sources.ts'
import { straysBefore } from './strays.ts'

export interface DetectorRows {
  readonly groups: readonly GroupRow[]
  readonly sources: readonly SourceRow[]
  readonly won: readonly WonRow[]
}

export interface Analysis {
  readonly census: Census
  readonly settings: Settings
  /** The last day of the months that are looked at; null when no month was over. */
  readonly through: CalendarDate | null
  /** Every whole month from the first lead on. */
  readonly months: readonly Cohort[]
  /** Those old enough to be judged. */
  readonly usable: readonly Cohort[]
  /** Rows of the funnel table: months, weeks or quarters. */
  readonly shown: readonly Cohort[]
  readonly estimated: Estimated
  /** A month is used from this maturity on. */
  readonly minMaturity: number
  readonly leadsGrowth: MonthlyGrowth
  readonly elasticity: LeadElasticity | null
  readonly halves: Halves | null
  readonly moves: readonly SourceMove[] | null
  readonly groups: readonly LeadGroup[]
  readonly won: readonly WonRow[]
  /** Rows that did not enter the funnel, or not as what they say. */
  readonly left: LeftOut
  /** The longest any lead was watched, at most the horizon. */
  readonly followUpDays: number | null
}

export interface LeftOut {
  readonly early: number
  readonly late: number
  readonly dateless: number
  readonly undated: number
  readonly future: number
  readonly strays: number
}

function leftOut(rows: readonly GroupRow[], strays: number): LeftOut {
  const left = { early: 0, late: 0, dateless: 0, undated: 0, future: 0, strays }
  for (const { start, lag, leads, late, dateless, future } of rows) {
    if (start === null) left.undated += leads - future
    else if (lag === -1) left.early += leads
    left.late += late
    left.dateless += dateless
    left.future += future
  }
  return left
}

interface Base {
  readonly months: readonly Cohort[]
  readonly exposure: Exposure
  readonly pieces: readonly Piece[]
  readonly minMaturity: number
  readonly followUpDays: number | null
  estimated(usable: readonly Cohort[]): Estimated
}

function dated(
  groups: readonly LeadGroup[],
  entered: readonly Entered[],
  through: CalendarDate | null,
  census: Census,
  settings: Settings,
): Base {
  const { horizonDays, minMaturity } = settings
  const gap = funnelGap(groups, {
    // Ages are counted to the end of the data; this day only ends the list of months.
    asOf: through ?? census.end,
    horizonDays,
    minMaturity,
    minMonths: settings.minMonths,
    minConversions: settings.minConversions,
    longMonths: settings.longHistoryMonths,
    shortAlpha: settings.gapPShort,
    longAlpha: settings.gapP,
    leadsAlpha: settings.growthP,
    watchAlpha: settings.watchP,
    minGap: settings.minGap,
  })
  return {
    months: cohortsOf(gap.months),
    exposure: exposureByCurve(gap.curve, horizonDays, census),
    pieces: entered.map(({ start, lag, leads }) => ({
      start,
      leads,
      conversions: lag !== null && lag <= horizonDays ? leads : 0,
    })),
    minMaturity,
    followUpDays: gap.curve.n === 0 ? null : gap.followUpDays,
    estimated: (usable) => estimateOf(gap, usable, settings),
  }
}

function totals(
  entered: readonly Entered[],
  won: readonly WonRow[],
  through: CalendarDate | null,
  census: Census,
  settings: Settings,
): Base {
  const flags = census.basis === 'lead-flags'
  const exposure = flags ? exposureByAge(settings.horizonDays, census) : () => 1
  const booked = census.basis === 'calendar' ? won : []
  const first = entered.find(({ leads }) => leads > 0)?.start.slice(0, 7) ?? ''
  const pieces: Piece[] = [
    ...entered.map(({ start, leads, dateless }) => ({ start, leads, conversions: flags ? dateless : 0 })),
    ...booked
      .filter(({ start }) => start.slice(0, 7) >= first)
      .map(({ start, deals }) => ({ start, leads: 0, conversions: deals })),
  ]
  // A flag says nothing about leads younger than the horizon: only months that are wholly past it are used.
  const minMaturity = flags ? 1 : settings.minMaturity
  const months = cohortsBy('month', pieces, through, exposure, minMaturity)
  return {
    months,
    exposure,
    pieces,
    minMaturity,
    followUpDays: null,
    estimated: (usable) =>
      census.basis === 'leads-only'
        ? { estimate: null, reason: 'nothing records a conversion' }
        : estimateOfTotals(months, usable, settings),
  }
}

export function analyse(input: Input, rows: DetectorRows): Analysis {
  const census = censusOf(input)
  const settings = input.options
  // A conversion before the creation is impossible: such a lead is counted as left out and not looked at again.
  const possible = rows.groups.filter((row): row is Entered => row.start !== null && row.lag !== -1)
  const strays = straysBefore(possible)
  const counts = ({ start }: { readonly start: string }): boolean => strays === null || start >= strays.from
  const entered = possible.filter(counts)
  const groups = leadGroups(entered, census)
  const through = judgedThrough(entered, census.leadsEnd)
  const base = isDated(census.basis)
    ? dated(groups, entered, through, census, settings)
    : totals(entered, rows.won, through, census, settings)
  const { months, exposure, pieces, minMaturity } = base
  const usable = months.filter((month) => month.usable)
  const halves = halvesOf(usable, (part) => medianLag(groups, part, settings.horizonDays, census))
  return {
    census,
    settings,
    through,
    months,
    usable,
    shown:
      settings.bucket === 'month'
        ? months
        : cohortsBy(settings.bucket, pieces, through, exposure, minMaturity),
    estimated: base.estimated(usable),
    minMaturity,
    leadsGrowth: monthlyGrowth(months.map(({ leads }) => leads)),
    elasticity: leadElasticity(usable),
    halves,
    moves: halves === null ? null : sourceMoves(rows.sources, halves, exposure),
    groups,
    won: rows.won,
    left: leftOut(rows.groups, strays?.leads ?? 0),
    followUpDays: base.followUpDays,
  }
}
