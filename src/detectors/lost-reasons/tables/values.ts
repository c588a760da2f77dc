// Reasons by value, each currency for itself.
import { formatMoney, formatNumber, type Table } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { mostRows } from '../limits.ts'
import { countOf, nounOf } from '../nouns.ts'

/** null where no loss has a positive amount. */
export function valueTable(analysis: Analysis): Table | null {
  const { values, population } = analysis
  const noun = nounOf(population)
  const all = values.flatMap(({ currency, reasons }) =>
    reasons.map(({ label, value, share, lower, upper, shareOfAll }) => [
      label,
      value,
      currency,
      share,
      lower,
      upper,
      shareOfAll,
    ]),
  )
  if (all.length === 0) return null
  const bases = values.map(({ currency, value, valued, effective, dropped }) => {
    const like = effective === null ? '' : `, as informative as ${formatNumber(effective)} equal ones`
    const left = dropped > 0 ? `; ${countOf(dropped, noun)} without a positive amount left out` : ''
    return `${formatMoney(value, currency)} of ${countOf(valued, noun)} with a reason${like}${left}`
  })
  return {
    id: `value${noun.suffix}`,
    title: `${noun.title}, by value`,
    note: `Share: value of the ${noun.many} naming the reason / ${bases.join('; ')}. No interval where fewer than 5 equal ones are behind it. Of all: with a reason or without.`,
    columns: [
      { id: 'reason', label: 'Reason', type: 'text' },
      { id: 'value', label: 'Value', type: 'money', currencyFrom: 'currency' },
      { id: 'currency', label: 'Currency', type: 'text' },
      { id: 'share', label: 'Share', type: 'share', bar: true },
      { id: 'lower', label: '95 % from', type: 'share', priority: 2 },
      { id: 'upper', label: 'to', type: 'share', priority: 2 },
      { id: 'shareOfAll', label: 'of all lost value', type: 'share', priority: 3 },
    ],
    rows: all.slice(0, mostRows),
    ...(all.length > mostRows ? { totalRows: all.length } : {}),
  }
}
