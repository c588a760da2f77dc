// The older and the newer half of the usable months side by side.
import type { Table } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { isDated } from '../basis.ts'
import { cutNote, shownRate } from '../funnel.ts'
import { spanText } from '../span.ts'
import type { Wording } from '../wording.ts'

export function halvesTable({ halves, census, estimated }: Analysis, wording: Wording): Table | null {
  if (halves === null || estimated.estimate === null) return null
  const dated = isDated(census.basis)
  const rates = halves.map(({ rate }) => rate)
  const rateNote = `${wording.rateNote}${cutNote(rates, census.basis)}`
  const median = `Median: the day after creation by which half of the ${wording.conversions} have come, young ${wording.entrants} accounted for.`
  return {
    id: 'halves',
    title: 'Older and newer half',
    note: dated ? `${rateNote} ${median}` : rateNote,
    columns: [
      { id: 'half', label: 'Half', type: 'text' },
      { id: 'months', label: 'Months', type: 'text', priority: 1 },
      { id: 'leads', label: wording.entrantsFirst, type: 'count' },
      { id: 'expectedMature', label: `Mature ${wording.entrants}`, type: 'number', priority: 3 },
      { id: 'conversions', label: wording.conversionsFirst, type: 'count' },
      { id: 'rate', label: 'Rate', type: census.basis === 'calendar' ? 'number' : 'share' },
      ...(dated ? ([{ id: 'medianDays', label: 'Median days', type: 'number', priority: 1 }] as const) : []),
    ],
    rows: halves.map(({ name, months, leads, mature, conversions, rate, medianDays }) => [
      name,
      spanText(months),
      leads,
      mature,
      conversions,
      shownRate(rate, census.basis),
      ...(dated ? [medianDays] : []),
    ]),
  }
}
