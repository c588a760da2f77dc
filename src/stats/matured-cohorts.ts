/**
 * Cohorts of equal length whose every lead has had the full horizon, with their conversions; the rest are
 * maturing.
 *
 * Use it for a plain table of "converted within H days" that needs no correction, at the price of the newest
 * months. Not for the verdict: funnel-gap.ts also uses what the young cohorts can tell.
 *
 * Rule: cohort = ⌊created / cohortDays⌋; matured when (cohort + 1) · cohortDays + H <= exportDay; a
 * conversion counts when it came within H days. Source: usual practice in cohort analysis.
 *
 * Example: export on day 365, H = 90, 30-day cohorts: cohorts 0 … 8 are matured, 9 … 12 are not.
 */
import { requireThat } from './misuse.ts'

export interface MaturedCohorts {
  readonly cohorts: readonly {
    readonly cohort: number
    readonly leads: number
    readonly conversions: number
  }[]
  readonly immatureCohorts: readonly number[]
  /** leads created after the export or converted before their creation */
  readonly dropped: number
}

/** `created`, `converted` and `exportDay` are day numbers on one scale. */
export function maturedCohorts(
  leads: Iterable<{ readonly created: number; readonly converted: number | null }>,
  window: { readonly exportDay: number; readonly horizonDays?: number; readonly cohortDays?: number },
): MaturedCohorts {
  const { exportDay, horizonDays = 90, cohortDays = 30 } = window
  requireThat(horizonDays > 0 && cohortDays > 0, 'horizon and cohort length must be above 0 days')
  const found = new Map<number, { leads: number; conversions: number }>()
  let first = Infinity
  let dropped = 0
  for (const { created, converted } of leads) {
    if (created > exportDay || (converted !== null && converted < created)) {
      dropped += 1
      continue
    }
    const cohort = Math.floor(created / cohortDays)
    const counts = found.get(cohort) ?? { leads: 0, conversions: 0 }
    counts.leads += 1
    if (converted !== null && converted - created <= horizonDays && converted <= exportDay)
      counts.conversions += 1
    found.set(cohort, counts)
    first = Math.min(first, cohort)
  }
  const cohorts = []
  const immatureCohorts = []
  for (let cohort = first; cohort <= Math.floor(exportDay / cohortDays); cohort++) {
    if ((cohort + 1) * cohortDays + horizonDays > exportDay) immatureCohorts.push(cohort)
    else cohorts.push({ cohort, ...(found.get(cohort) ?? { leads: 0, conversions: 0 }) })
  }
  return { cohorts, immatureCohorts, dropped }
}
