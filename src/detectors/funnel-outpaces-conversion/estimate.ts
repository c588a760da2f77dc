// The two trends that decide: leads per month, and conversions per lead that had its time. One shape whatever they come from.
import { quasiPoissonTrend, type FunnelGap } from '../../stats/index.ts'
import type { OptionValues } from '../options.ts'
import type { Cohort } from './funnel.ts'
import type { options } from './options.ts'

export type Settings = OptionValues<typeof options>

export interface Estimate {
  readonly verdict: 'problem' | 'watch' | 'ok'
  /** Conversion fell beyond doubt though leads do not grow. */
  readonly conversionDecline: boolean
  /** Log growth of leads a month, and the one-sided p that they grow. */
  readonly leadsGrowth: number
  readonly leadsGrowthP: number
  readonly leadsGrow: boolean
  /** Slope of the log conversion rate a month, 95 % limits, t, and the one-sided p that it falls. */
  readonly gapSlope: number
  readonly gapLower: number
  readonly gapUpper: number
  readonly gapT: number
  readonly gapP: number
  /** The limit `gapP` was held against: stricter while the history is short. */
  readonly gapLimit: number
  /** Change of the conversion rate from the first to the last usable month, with 95 % limits. */
  readonly totalGap: number
  readonly totalLower: number
  readonly totalUpper: number
}

export type Estimated =
  | { readonly estimate: Estimate; readonly reason: null }
  | { readonly estimate: null; readonly reason: string }

/** Months from the first to the last usable one. */
const spanOf = (usable: readonly Cohort[]): number => (usable.at(-1)?.index ?? 0) - (usable[0]?.index ?? 0)

export function estimateOf(gap: FunnelGap, usable: readonly Cohort[], settings: Settings): Estimated {
  if (gap.verdict === 'insufficient') return { estimate: null, reason: gap.reason }
  const span = spanOf(usable)
  const {
    verdict,
    conversionDecline,
    leadsGrowth,
    leadsGrowthP,
    gapSlope,
    gapLower,
    gapUpper,
    gapP,
    totalGap,
  } = gap
  const estimate: Estimate = {
    verdict,
    conversionDecline,
    leadsGrowth,
    leadsGrowthP,
    leadsGrow: leadsGrowthP <= settings.growthP,
    gapSlope,
    gapLower,
    gapUpper,
    gapT: gapSlope / gap.gapSe,
    gapP,
    gapLimit: gap.alpha,
    totalGap,
    totalLower: Math.expm1(gapLower * span),
    totalUpper: Math.expm1(gapUpper * span),
  }
  return { estimate, reason: null }
}

/** From here on a season can be told from a trend. */
const seasonMonths = 24

/**
 * The same trends of monthly totals that know no lead's age. Nothing corrects for leads that are still young, so however strong
 * the fall, the verdict stops at `watch`.
 */
export function estimateOfTotals(
  months: readonly Cohort[],
  usable: readonly Cohort[],
  settings: Settings,
): Estimated {
  const conversions = usable.reduce((sum, month) => sum + month.conversions, 0)
  if (usable.length < settings.minMonths)
    return { estimate: null, reason: `fewer than ${settings.minMonths} usable months` }
  if (conversions < settings.minConversions)
    return { estimate: null, reason: `fewer than ${settings.minConversions} conversions in usable months` }
  const gap = quasiPoissonTrend(
    {
      y: usable.map((month) => month.conversions),
      x: usable.map(({ index }) => index),
      exposure: usable.map(({ mature }) => mature ?? 0),
    },
    { phiFloor: 'binomial', autocorrelation: true, harmonic: usable.length >= seasonMonths },
  )
  const leads = quasiPoissonTrend(
    { y: months.map((month) => month.leads), x: months.map(({ index }) => index) },
    { autocorrelation: true, harmonic: months.length >= seasonMonths },
  )
  if (gap.reason !== null) return { estimate: null, reason: gap.reason }
  if (leads.reason !== null) return { estimate: null, reason: leads.reason }
  const span = spanOf(usable)
  const totalGap = Math.expm1(gap.slope * span)
  const gapLimit = usable.length >= settings.longHistoryMonths ? settings.gapP : settings.gapPShort
  const large = totalGap <= -settings.minGap
  const leadsGrow = leads.pGreater <= settings.growthP
  const conversionDecline = large && gap.pLess <= gapLimit && !leadsGrow
  const estimate: Estimate = {
    verdict: large && leadsGrow && gap.pLess <= settings.watchP ? 'watch' : 'ok',
    conversionDecline,
    leadsGrowth: leads.slope,
    leadsGrowthP: leads.pGreater,
    leadsGrow,
    gapSlope: gap.slope,
    gapLower: gap.lower,
    gapUpper: gap.upper,
    gapT: gap.t,
    gapP: gap.pLess,
    gapLimit,
    totalGap,
    totalLower: Math.expm1(gap.lower * span),
    totalUpper: Math.expm1(gap.upper * span),
  }
  return { estimate, reason: null }
}
