// The funnel by creation month, week or quarter: leads, conversions, and how many of the leads have had their time.
import {
  addDays,
  periodOf,
  periodsBetween,
  type CalendarDate,
  type Grain,
  type Period,
} from '../../schema/index.ts'
import type { FunnelMonth } from '../../stats/index.ts'
import type { Basis } from './basis.ts'
import type { Exposure } from './exposure.ts'

export interface Cohort {
  readonly period: Period
  /** Periods since the first one. */
  readonly index: number
  readonly leads: number
  readonly conversions: number
  /** Leads that have had their time, in whole-lead equivalents; null where nothing says how much time is needed. */
  readonly mature: number | null
  /** `mature / leads`; null without leads. */
  readonly maturity: number | null
  /** Old enough to be judged. */
  readonly usable: boolean
}

/** One row of counts: leads of a piece and their conversions. */
export interface Piece {
  readonly start: CalendarDate
  readonly leads: number
  readonly conversions: number
}

export const rateOf = ({ conversions, mature }: Pick<Cohort, 'conversions' | 'mature'>): number | null =>
  mature === null || mature === 0 ? null : conversions / mature

/**
 * A rate as it is shown. Young leads are weighed by how much of their time they have had: where some convert early, the estimate
 * passes 1, which no share can. Won deals per lead of the same month are no share and stay as they are.
 */
export const shownRate = (rate: number | null, basis: Basis): number | null =>
  rate === null || basis === 'calendar' ? rate : Math.min(1, rate)

/** What a table says under its rates where one of them was cut. */
export const cutNote = (rates: readonly (number | null)[], basis: Basis): string =>
  rates.some((rate) => rate !== shownRate(rate, basis))
    ? ' Where young ones converted early the estimate passes 100 % and is shown as 100 %.'
    : ''

/** The last day of the newest month that was over on this day; null when none was. */
export function lastWholeMonth(end: CalendarDate): CalendarDate | null {
  const month = periodOf('month', end)
  if (month.end === end) return end
  return month.start === '0001-01-01' ? null : addDays(month.start, -1)
}

/**
 * The last day of the newest month that counts: over when the data ended, and not after the last lead. Months after it say that
 * no leads were exported, not that there were none.
 */
export function judgedThrough(
  pieces: readonly { readonly start: CalendarDate }[],
  leadsEnd: CalendarDate,
): CalendarDate | null {
  const last = pieces.at(-1)?.start
  const month = last === undefined ? null : periodOf('month', last).end
  return lastWholeMonth(month !== null && month < leadsEnd ? month : leadsEnd)
}

/** Months as the statistics found them. */
export const cohortsOf = (months: readonly FunnelMonth[]): Cohort[] =>
  months.map(({ month, leads, conversions, expectedMature, maturity, usable }, index) => ({
    period: periodOf('month', `${month}-01`),
    index,
    leads,
    conversions,
    mature: expectedMature,
    maturity,
    usable,
  }))

/** Periods of any grain from the first piece to the last judged day, empty ones included, each with the sums of its pieces. */
export function cohortsBy(
  grain: Grain,
  pieces: readonly Piece[],
  through: CalendarDate | null,
  exposure: Exposure,
  minMaturity: number,
): Cohort[] {
  const first = pieces[0]?.start
  if (through === null || first === undefined || first > through) return []
  const sums = new Map<string, { leads: number; conversions: number; mature: number }>()
  for (const { start, leads, conversions } of pieces) {
    if (start > through) continue
    const { label } = periodOf(grain, start)
    const sum = sums.get(label) ?? { leads: 0, conversions: 0, mature: 0 }
    sums.set(label, sum)
    sum.leads += leads
    sum.conversions += conversions
    sum.mature += leads * exposure(start)
  }
  return periodsBetween(grain, first, through)
    .filter((period) => period.end <= through)
    .map((period, index) => {
      const { leads, conversions, mature } = sums.get(period.label) ?? { leads: 0, conversions: 0, mature: 0 }
      const maturity = leads === 0 ? null : mature / leads
      const usable = maturity !== null && maturity >= minMaturity
      return { period, index, leads, conversions, mature, maturity, usable }
    })
}
