/**
 * Does the funnel grow while conversion falls behind? Growth of leads, drift of the conversion rate, and a
 * verdict.
 *
 * Use it on leads grouped by month, age and lag (lead-groups.ts, or straight from SQL). Not on monthly
 * totals, where young months cannot be told from bad ones; and only by month: the thresholds are calibrated
 * for months.
 *
 * Formula: cohorts as in funnel-cohorts.ts. Gap = slope of the log conversion rate: quasi-Poisson of
 * conversions on expectedMature over usable months, dispersion floor 1 - Σy/ΣE, harmonic from 24 usable
 * months, inflation for autocorrelation on; total gap = exp(slope · span) - 1. Leads: the same on the leads
 * of all complete months, floor 1, harmonic from 24 months. alpha is 0.01 below 14 usable months, else 0.05.
 * problem: leads grow (p <= 0.05), the rate falls (p <= alpha) and the total gap is -10 % or worse. watch:
 * leads grow, gap -10 % or worse, p <= 0.20. conversionDecline: the rate falls as for problem while leads do
 * not grow. insufficient: fewer than 6 usable months, fewer than 20 conversions in them, or none at all.
 * Source: own simulations of healthy and failing funnels; McCullagh & Nelder 1989 for the model.
 *
 * Example: the cases of fixtures/reference/funnel_gap.json: 23 months, leads +2.8 % a month, total gap -39 %:
 * problem.
 */
import type { Undefined } from './answer.ts'
import { funnelCohorts } from './funnel-cohorts.ts'
import type { FunnelCohorts, FunnelMonth, FunnelWindow } from './funnel-cohorts.ts'
import type { LeadGroup } from './lead-groups.ts'
import { quasiPoissonTrend } from './quasi-poisson-trend.ts'

export interface FunnelGapOptions extends FunnelWindow {
  readonly minMonths?: number
  readonly minConversions?: number
  /** usable months from which the milder `longAlpha` holds */
  readonly longMonths?: number
  readonly shortAlpha?: number
  readonly longAlpha?: number
  readonly leadsAlpha?: number
  readonly watchAlpha?: number
  /** smallest total gap that matters, as a positive share */
  readonly minGap?: number
}

export interface FunnelEstimate {
  readonly conversionDecline: boolean
  readonly alpha: number
  /** log growth of leads per month, and one-sided p that they grow */
  readonly leadsGrowth: number
  readonly leadsGrowthP: number
  /**
   * slope of the log conversion rate per month, its standard error, one-sided p that it falls, 95 % limits
   */
  readonly gapSlope: number
  readonly gapSe: number
  readonly gapP: number
  readonly gapLower: number
  readonly gapUpper: number
  readonly gapDf: number
  readonly phi: number
  readonly r1: number
  readonly inflation: number
  /** change of the rate from the first to the last usable month, as a share */
  readonly totalGap: number
  readonly harmonic: boolean
}

export type FunnelGap = FunnelCohorts & { readonly usableMonths: number } & (
    | ({ readonly verdict: 'problem' | 'watch' | 'ok'; readonly reason: null } & FunnelEstimate)
    | ({ readonly verdict: 'insufficient' } & Undefined<FunnelEstimate>)
  )

const HARMONIC_FROM = 24

export function funnelGap(groups: Iterable<LeadGroup>, options: FunnelGapOptions): FunnelGap {
  const cohorts = funnelCohorts(groups, options)
  const usable = cohorts.months.flatMap((month, time) => (month.usable ? [{ ...month, time }] : []))
  const base = { ...cohorts, usableMonths: usable.length }
  const insufficient = (reason: string): FunnelGap => ({
    ...base,
    verdict: 'insufficient',
    ...nothing,
    reason,
  })
  const { minMonths = 6, minConversions = 20, horizonDays = 90 } = options
  if (cohorts.curve.n === 0) return insufficient('no leads')
  if (cohorts.horizonRate === 0) return insufficient(`no conversions within ${horizonDays} days`)
  if (usable.length < minMonths) return insufficient(`fewer than ${minMonths} usable months`)
  const conversions = usable.reduce((sum, month) => sum + month.conversions, 0)
  if (conversions < minConversions) return insufficient(`fewer than ${minConversions} conversions`)

  const harmonic = usable.length >= HARMONIC_FROM
  const gap = quasiPoissonTrend(
    {
      y: usable.map((month) => month.conversions),
      x: usable.map((month) => month.time),
      exposure: usable.map((month) => month.expectedMature ?? 0),
    },
    { phiFloor: 'binomial', autocorrelation: true, harmonic },
  )
  const leads = leadsTrend(cohorts.months)
  if (gap.reason !== null) return insufficient(gap.reason)
  if (leads.reason !== null) return insufficient(leads.reason)

  const span = (usable.at(-1)?.time ?? 0) - (usable[0]?.time ?? 0)
  const alpha =
    usable.length < (options.longMonths ?? 14) ? (options.shortAlpha ?? 0.01) : (options.longAlpha ?? 0.05)
  const totalGap = Math.expm1(gap.slope * span)
  const isLarge = totalGap <= -(options.minGap ?? 0.1)
  const isFalling = gap.pLess <= alpha && isLarge
  const isGrowing = leads.pGreater <= (options.leadsAlpha ?? 0.05)
  const mayBeFalling = gap.pLess <= (options.watchAlpha ?? 0.2) && isLarge
  return {
    ...base,
    verdict: isGrowing && isFalling ? 'problem' : isGrowing && mayBeFalling ? 'watch' : 'ok',
    conversionDecline: isFalling && !isGrowing,
    alpha,
    leadsGrowth: leads.slope,
    leadsGrowthP: leads.pGreater,
    gapSlope: gap.slope,
    gapSe: gap.se,
    gapP: gap.pLess,
    gapLower: gap.lower,
    gapUpper: gap.upper,
    gapDf: gap.df,
    phi: gap.phi,
    r1: gap.r1,
    inflation: gap.inflation,
    totalGap,
    harmonic,
    reason: null,
  }
}

function leadsTrend(months: readonly FunnelMonth[]) {
  return quasiPoissonTrend(
    { y: months.map(({ leads }) => leads), x: months.map((_, time) => time) },
    { autocorrelation: true, harmonic: months.length >= HARMONIC_FROM },
  )
}

const nothing = {
  conversionDecline: null,
  alpha: null,
  leadsGrowth: null,
  leadsGrowthP: null,
  gapSlope: null,
  gapSe: null,
  gapP: null,
  gapLower: null,
  gapUpper: null,
  gapDf: null,
  phi: null,
  r1: null,
  inflation: null,
  totalGap: null,
  harmonic: null,
}
