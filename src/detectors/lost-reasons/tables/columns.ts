// Columns that the ranking and the rankings per group have in common.
import { formatMoney, type Scalar, type TableColumn } from '../../../report/index.ts'
import { nounOf } from '../nouns.ts'
import type { Population } from '../populations.ts'
import type { Ranked } from '../ranking.ts'
import type { Meanings } from '../words/meanings.ts'

export interface Column extends TableColumn {
  readonly cell: (reason: Ranked, place: number) => Scalar
}

/** `1`, or `2-4` where the ranks cannot be told apart; the place alone where ranks were not tested. */
const rankText = ({ band }: Ranked, place: number): string =>
  band === null
    ? String(place + 1)
    : band.best === band.worst
      ? String(band.best)
      : `${band.best}-${band.worst}`

/** With low coverage nothing is claimed: places in a list, no ranks. */
const rank = (lowCoverage: boolean): Column =>
  lowCoverage
    ? { id: 'rank', label: 'Place', type: 'text', cell: (_reason, place) => String(place + 1) }
    : { id: 'rank', label: 'Rank', type: 'text', cell: rankText }

/** Rank, reason, count and share with the ends of its interval. */
export function countColumns(population: Population, lowCoverage: boolean): Column[] {
  const noun = nounOf(population)
  return [
    rank(lowCoverage),
    { id: 'reason', label: noun.what, type: 'text', cell: ({ label }) => label },
    { id: noun.id, label: noun.label, type: 'count', cell: ({ count }) => count },
    { id: 'share', label: 'Share', type: 'share', bar: true, cell: ({ share }) => share },
    { id: 'lower', label: 'from', type: 'share', priority: 2, cell: ({ lower }) => lower },
    { id: 'upper', label: 'to', type: 'share', priority: 2, cell: ({ upper }) => upper },
  ]
}

/** The values of the reasons in one currency. */
export interface Worth {
  readonly currency: string | null
  readonly of: (label: string) => number
}

/** Value in the first currency. */
export const valueColumns = ([main]: readonly Worth[]): Column[] =>
  main === undefined
    ? []
    : [
        {
          id: 'value',
          label: 'Value',
          type: 'money',
          currencyFrom: 'currency',
          priority: 1,
          cell: ({ label }) => main.of(label),
        },
        { id: 'currency', label: 'Currency', type: 'text', priority: 1, cell: () => main.currency },
      ]

/** The other currencies beside it, as text: they are never added up. */
export function otherValueColumns([, ...others]: readonly Worth[]): Column[] {
  if (others.length === 0) return []
  const cell = ({ label }: Ranked): string =>
    others
      .flatMap(({ currency, of }) => {
        const value = of(label)
        return value > 0 ? [formatMoney(value, currency)] : []
      })
      .join('; ')
  return [{ id: 'otherValues', label: 'Other currencies', type: 'text', priority: 3, cell }]
}

/** Category and validation: of reasons, not of customers' categories. `validatedOf` prints for the table's product, if it has one. */
export const meaningColumns = (
  { kind }: Population,
  meanings: Meanings,
  validatedOf: (validated: ReturnType<Meanings['validated']>) => string,
): Column[] =>
  kind === 'churn-category'
    ? []
    : [
        {
          id: 'category',
          label: 'Category',
          type: 'text',
          priority: 5,
          cell: ({ label }) => meanings.category(label).category ?? 'unknown',
        },
        {
          id: 'validated',
          label: 'Validated',
          type: 'text',
          priority: 8,
          cell: ({ label }) => validatedOf(meanings.validated(label)),
        },
      ]
