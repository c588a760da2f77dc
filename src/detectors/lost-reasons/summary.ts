// The headline values under names that do not change.
import type { Analysis } from './analysis.ts'

/** Labels that changed or are lifted, in the order of the ranking; null: not judged. */
const changedOf = ({ comparison }: Analysis): readonly string[] | null =>
  comparison.change?.reasons.filter(({ changed }) => changed).map(({ label }) => label) ?? null

function liftedOf({ lifts, ranking }: Analysis): readonly string[] | null {
  if (lifts.length === 0) return null
  const lifted = new Set(
    lifts.flatMap((column) => column.lifts.flatMap((lift) => (lift.lifted ? [lift.reason] : []))),
  )
  return ranking.reasons.filter(({ label }) => lifted.has(label)).map(({ label }) => label)
}

function core(analysis: Analysis): Record<string, unknown> {
  const { coverage, lowCoverage, ranking, values } = analysis
  const { leader } = ranking
  return {
    coverage,
    lowCoverage,
    topReason: leader?.label ?? null,
    topCount: leader?.count ?? 0,
    topP: leader?.p ?? null,
    topConfident: leader?.confident ?? false,
    /** In the currency that most losses are valued in. */
    topByValue: values[0]?.reasons[0]?.label ?? null,
    changed: changedOf(analysis),
    lifted: liftedOf(analysis),
  }
}

const nothing = {
  lostDeals: 0,
  coverage: null,
  lowCoverage: false,
  topReason: null,
  topCount: 0,
  topP: null,
  topConfident: false,
  topByValue: null,
  changed: null,
  lifted: null,
}

/** `churned` and `leads` are there only when such data were read: they never mix with lost deals. */
export function summaryOf(analyses: readonly Analysis[]): Record<string, unknown> {
  const of = (kind: string): Analysis | undefined =>
    analyses.find(({ population }) => population.kind === kind)
  const lost = of('lost')
  const churned = of('churned')
  const categories = of('churn-category')
  const leads = of('lead')
  return {
    ...(lost === undefined ? nothing : { lostDeals: lost.tally.losses, ...core(lost) }),
    ...(churned === undefined
      ? {}
      : {
          churned: {
            customers: churned.tally.losses,
            ...core(churned),
            categories:
              categories?.ranking.reasons.map(({ label, count, share }) => ({
                category: label,
                customers: count,
                share,
              })) ?? null,
          },
        }),
    ...(leads === undefined ? {} : { leads: { leads: leads.tally.losses, ...core(leads) } }),
  }
}
