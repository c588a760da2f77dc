// By how many percent conversions rise when leads rise by one percent: 1 is a funnel that scales, below 1 one that saturates.
import { quasiPoissonTrend, tCdf } from '../../stats/index.ts'
import type { Cohort } from './funnel.ts'

export interface LeadElasticity {
  readonly months: number
  readonly elasticity: number
  readonly lower: number
  readonly upper: number
  /** One-sided p that it is below 1. */
  readonly p: number
}

/** Fewer months, or leads that hardly vary (standard deviation of ln leads), give a number without meaning. */
const minMonths = 12
const minSpread = 0.1

/**
 * Quasi-Poisson regression of conversions on ln leads with the maturity of the month as exposure, so that a young month lacks
 * nothing; autocorrelation widens the interval. null where it must not be printed.
 */
export function leadElasticity(usable: readonly Cohort[]): LeadElasticity | null {
  if (usable.length < minMonths) return null
  const x = usable.map(({ leads }) => Math.log(leads))
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length
  const spread = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (x.length - 1))
  if (spread < minSpread) return null
  const y = usable.map(({ conversions }) => conversions)
  const exposure = usable.map(({ maturity }) => maturity ?? 0)
  const fit = quasiPoissonTrend({ y, x, exposure }, { autocorrelation: true })
  if (fit.reason !== null) return null
  const p = tCdf((fit.slope - 1) / fit.se, fit.df)
  return { months: usable.length, elasticity: fit.slope, lower: fit.lower, upper: fit.upper, p }
}
