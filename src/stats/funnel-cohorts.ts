/**
 * Leads by month of creation with the conversions they have had so far and those they could have had by now.
 *
 * Use it as the table under every statement about a conversion rate: conversions / expectedMature is a rate
 * that young months do not drag down. Not with monthly totals alone, where leads and conversions cannot be
 * matched.
 *
 * Formula: a lead converts within the horizon H when its lag <= min(age, H). F = 1 - S, the pooled
 * Kaplan-Meier curve of the lag cut off at H; a lead lost or disqualified stays "not converted" and is not
 * taken out. Weight of a lead w = F(min(age, H)) / F(H); expectedMature = Σ w of the month, maturity =
 * expectedMature / leads; usable from `minMaturity` on. Months run from the first lead's to the last that
 * ended on or before the as-of date. Dropped and counted: creation after the as-of date, else conversion
 * before creation. A conversion after the as-of date has not happened yet. Source: a one-parameter chain
 * ladder (Taylor & McGuire 2004).
 *
 * Example: 10 leads that all had H days, 3 converted: expectedMature 10, maturity 1, rate 0.3.
 */
import { firstDayOf, dayNumber, monthName, monthNumber } from './calendar-month.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import type { SurvivalCurve } from './kaplan-meier.ts'
import type { LeadGroup } from './lead-groups.ts'
import { requireCount, requireThat } from './misuse.ts'
import { survivalAt } from './survival-at.ts'

export interface FunnelMonth {
  /** yyyy-mm */
  readonly month: string
  readonly leads: number
  /** within the horizon and up to the as-of date */
  readonly conversions: number
  /** leads that have had their time, in whole-lead equivalents; null when nobody ever converted */
  readonly expectedMature: number | null
  /** expectedMature / leads; null without leads */
  readonly maturity: number | null
  readonly usable: boolean
}

export interface FunnelCohorts {
  readonly months: readonly FunnelMonth[]
  /** share of all leads that converts within the horizon, F(H); null without leads */
  readonly horizonRate: number | null
  /** waiting times cut off at the horizon, all months pooled, the running one included */
  readonly curve: SurvivalCurve
  /** longest time any lead was watched, at most the horizon: below it the horizon is not observed yet */
  readonly followUpDays: number
  readonly droppedImpossible: number
  readonly droppedFuture: number
}

export interface FunnelWindow {
  /** yyyy-mm-dd, the last day that the conversions cover */
  readonly asOf: string
  readonly horizonDays?: number
  readonly minMaturity?: number
}

interface Cell {
  /** leads by age, ages cut off at the horizon */
  readonly ages: Map<number, number>
  conversions: number
}

export function funnelCohorts(groups: Iterable<LeadGroup>, window: FunnelWindow): FunnelCohorts {
  const { asOf, horizonDays = 90, minMaturity = 0.3 } = window
  requireThat(horizonDays > 0, `the horizon must be above 0 days, got ${horizonDays}`)
  const cells = new Map<number, Cell>()
  const converted = new Map<number, number>()
  const waiting = new Map<number, number>()
  let droppedImpossible = 0
  let droppedFuture = 0
  let followUpDays = 0
  for (const { month, ageDays, lagDays, count } of groups) {
    requireCount(count, 'a count of leads')
    if (ageDays < 0) {
      droppedFuture += count
      continue
    }
    if (lagDays !== null && lagDays < 0) {
      droppedImpossible += count
      continue
    }
    const age = Math.min(ageDays, horizonDays)
    const event = lagDays !== null && lagDays <= age
    const cell: Cell = cells.get(monthNumber(month)) ?? { ages: new Map<number, number>(), conversions: 0 }
    cells.set(monthNumber(month), cell)
    cell.ages.set(age, (cell.ages.get(age) ?? 0) + count)
    if (event) cell.conversions += count
    if (event) converted.set(lagDays, (converted.get(lagDays) ?? 0) + count)
    else waiting.set(age, (waiting.get(age) ?? 0) + count)
    followUpDays = Math.max(followUpDays, age)
  }
  const curve = kaplanMeier([
    ...[...converted].map(([time, count]) => ({ time, count, event: true })),
    ...[...waiting].map(([time, count]) => ({ time, count, event: false })),
  ])
  const survival = survivalAt(curve, horizonDays).survival
  const horizonRate = survival === null ? null : 1 - survival
  const weight = (age: number) => {
    if (age >= horizonDays) return 1
    return (1 - (survivalAt(curve, age).survival ?? 1)) / (horizonRate ?? 1)
  }
  const hasConversions = horizonRate !== null && horizonRate > 0
  const months = monthsUpTo(asOf, cells.keys()).map((number) =>
    monthOf(monthName(number), cells.get(number), hasConversions ? weight : null, minMaturity),
  )
  return { months, horizonRate, curve, followUpDays, droppedImpossible, droppedFuture }
}

/** From the first month with leads to the last that is over on the as-of date. */
function monthsUpTo(asOf: string, withLeads: Iterable<number>): number[] {
  let first = Infinity
  for (const month of withLeads) first = Math.min(first, month)
  const current = monthNumber(asOf)
  const isOver = dayNumber(asOf) === firstDayOf(current + 1) - 1
  const last = isOver ? current : current - 1
  return first > last ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function monthOf(
  month: string,
  cell: Cell | undefined,
  weight: ((age: number) => number) | null,
  minMaturity: number,
): FunnelMonth {
  // Ages in ascending order, so that the sum does not depend on the order of the rows.
  const ages = [...(cell?.ages ?? [])].sort(([a], [b]) => a - b)
  const leads = ages.reduce((sum, [, count]) => sum + count, 0)
  const conversions = cell?.conversions ?? 0
  if (weight === null)
    return { month, leads, conversions, expectedMature: null, maturity: null, usable: false }
  const expectedMature = ages.reduce((sum, [age, count]) => sum + count * weight(age), 0)
  const maturity = leads === 0 ? null : expectedMature / leads
  return {
    month,
    leads,
    conversions,
    expectedMature,
    maturity,
    usable: maturity !== null && maturity >= minMaturity,
  }
}
