// The trends in numbers: growth of the leads, drift of the rate, and the drift again by ranks, which minds no outlier.
import type { Table } from '../../../report/index.ts'
import { mannKendall, seasonalMannKendall, theilSen } from '../../../stats/index.ts'
import type { Analysis } from '../analysis.ts'
import { rateOf } from '../funnel.ts'
import type { Wording } from '../wording.ts'

interface TrendRow {
  readonly what: string
  readonly unit: '%' | 'points'
  /** Change a month as a share, then its limits; a limit may be infinite. */
  readonly change: readonly [number, number, number]
  readonly p: number | null
  /** Change over the usable months. */
  readonly total: number | null
}

/** From here on the months of a year are compared with each other only. */
const seasonMonths = 24
const minRanked = 6

function byRanks({ usable }: Analysis): TrendRow | null {
  const rates = usable.flatMap((month) => rateOf(month) ?? [])
  const { slope, lower, upper } = theilSen(rates)
  if (rates.length < minRanked || slope === null) return null
  const { pLess } = rates.length >= seasonMonths ? seasonalMannKendall(rates) : mannKendall(rates)
  const change = [slope, lower, upper] as const
  return { what: 'Conversion rate falls, by ranks', unit: 'points', change, p: pLess, total: null }
}

export function trendTable(analysis: Analysis, wording: Wording): Table | null {
  const { leadsGrowth, estimated } = analysis
  const { estimate } = estimated
  const rows: TrendRow[] = []
  if (leadsGrowth.reason === null) {
    const { growth, lower, upper, pGreater } = leadsGrowth
    const what = `${wording.entrantsFirst} grow`
    rows.push({ what, unit: '%', change: [growth, lower, upper], p: pGreater, total: null })
  }
  if (estimate !== null) {
    const { gapSlope, gapLower, gapUpper, gapP, totalGap } = estimate
    const change = [Math.expm1(gapSlope), Math.expm1(gapLower), Math.expm1(gapUpper)] as const
    rows.push({ what: 'Conversion rate falls', unit: '%', change, p: gapP, total: totalGap })
    const ranks = byRanks(analysis)
    if (ranks !== null) rows.push(ranks)
  }
  if (rows.length === 0) return null
  return {
    id: 'trend',
    title: 'Trends',
    note: 'Change a month with its 95 % interval; p one-sided, for what the row says. The row by ranks (Theil-Sen, Mann-Kendall) is a second opinion that decides nothing; its change is in points of the rate, the others are in percent of the level.',
    columns: [
      { id: 'what', label: 'Trend', type: 'text' },
      { id: 'unit', label: 'Unit', type: 'text', priority: 2 },
      { id: 'perMonth', label: 'A month', type: 'number' },
      { id: 'lower', label: 'From', type: 'number', priority: 1 },
      { id: 'upper', label: 'To', type: 'number', priority: 1 },
      { id: 'p', label: 'p', type: 'p' },
      { id: 'total', label: 'In all', type: 'share' },
    ],
    rows: rows.map(({ what, unit, change, p, total }) => {
      const [perMonth, lower, upper] = change.map((value) => (Number.isFinite(value) ? value * 100 : null))
      return [what, unit, perMonth ?? null, lower ?? null, upper ?? null, p, total]
    }),
  }
}

export function elasticityTable({ elasticity }: Analysis, wording: Wording): Table | null {
  if (elasticity === null) return null
  const { months, elasticity: observed, lower, upper, p } = elasticity
  return {
    id: 'elasticity',
    title: `Conversions per percent more ${wording.entrants}`,
    note: `By how many percent ${wording.many} rose in months with one percent more ${wording.entrants}, with 95 % interval; p one-sided, for "below 1". An association of these months, not a cause.`,
    columns: [
      { id: 'elasticity', label: 'Elasticity', type: 'number' },
      { id: 'lower', label: 'From', type: 'number' },
      { id: 'upper', label: 'To', type: 'number' },
      { id: 'p', label: 'p below 1', type: 'p', priority: 1 },
      { id: 'months', label: 'Months', type: 'count', priority: 1 },
    ],
    rows: [[observed, lower, upper, p, months]],
  }
}
