// The funnel by month, week or quarter: the table a person wants to see whatever the verdict.
import type { Table } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { isDated } from '../basis.ts'
import { cutNote, rateOf, shownRate, type Cohort } from '../funnel.ts'
import type { Wording } from '../wording.ts'

const statusOf = ({ leads, usable }: Cohort, entrants: string): string =>
  leads === 0 ? `no ${entrants}` : usable ? 'usable' : 'maturing'

export function funnelTable({ shown, settings, census }: Analysis, wording: Wording): Table | null {
  if (shown.length === 0) return null
  const dated = isDated(census.basis)
  const converts = census.basis !== 'leads-only'
  const rates = shown.map((cohort) => (cohort.usable ? rateOf(cohort) : null))
  const rows = shown.map((cohort) => {
    const { period, leads, conversions, mature, maturity, usable } = cohort
    const rate = usable ? shownRate(rateOf(cohort), census.basis) : null
    const provisional = leads > 0 && maturity !== 1
    const row = [period.label, leads]
    if (!converts) return row
    const shares = dated ? [mature, maturity] : []
    return [...row, conversions, ...shares, rate, statusOf(cohort, wording.entrants), provisional]
  })
  const maturityColumns = [
    { id: 'expectedMature', label: `Mature ${wording.entrants}`, type: 'number', priority: 2 },
    { id: 'maturity', label: 'Maturity', type: 'share', priority: 3 },
  ] as const
  return {
    id: 'funnel',
    title: `Funnel by ${settings.bucket} of creation`,
    ...(converts
      ? {
          note: `${wording.rateNote} A ${settings.bucket} that is maturing is too young to be judged, not falling.${cutNote(rates, census.basis)}`,
        }
      : {}),
    columns: [
      {
        id: 'period',
        label: settings.bucket === 'month' ? 'Month' : settings.bucket === 'week' ? 'Week' : 'Quarter',
        type: 'period',
      },
      { id: 'leads', label: wording.entrantsFirst, type: 'count', bar: true },
      ...(converts
        ? ([
            { id: 'conversions', label: wording.conversionsFirst, type: 'count' },
            ...(dated ? maturityColumns : []),
            { id: 'rate', label: 'Rate', type: census.basis === 'calendar' ? 'number' : 'share' },
            { id: 'status', label: 'Status', type: 'text', priority: 1 },
            { id: 'provisional', label: 'Not final', type: 'flag', priority: 4 },
          ] as const)
        : []),
    ],
    rows,
    chart: converts
      ? {
          kind: 'lines',
          title: `${wording.entrantsFirst} and conversion by ${settings.bucket}`,
          description: `Line of ${wording.rate}, with the number of ${wording.entrants} beside it, by ${settings.bucket} of creation; ${settings.bucket}s still maturing are marked as not final.`,
          x: 'period',
          y: ['rate'],
          beside: 'leads',
          provisional: 'provisional',
        }
      : {
          kind: 'lines',
          title: `${wording.entrantsFirst} by ${settings.bucket}`,
          description: `Line of the number of ${wording.entrants} by ${settings.bucket} of creation.`,
          x: 'period',
          y: ['leads'],
        },
  }
}
