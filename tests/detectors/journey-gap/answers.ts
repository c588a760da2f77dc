// Survey rows written by hand: who answered, about what, how many points of ten.
import type { Data } from '../scenario.ts'

export interface Answer {
  readonly customer?: string | null
  readonly score?: number | null
  readonly satisfaction?: number | null
  readonly kind?: 'journey' | 'touchpoint' | null
  readonly touchpoint?: string | null
  readonly segment?: string | null
  readonly answered_on?: string | null
}

export const surveys = (answers: readonly Answer[]): Data => ({
  surveys: answers.map((answer, at) => {
    const row: Record<string, string | null> = { survey_id: `A${String(at + 1).padStart(4, '0')}` }
    for (const [name, value] of Object.entries({ answered_on: '2026-05-04', ...answer }))
      row[name] = value === null || value === undefined ? null : String(value)
    return row
  }),
})

/** One answer per value; customers are numbered from `first` on. */
export const given = (
  kind: 'journey' | 'touchpoint',
  scores: readonly number[],
  { first = 1, ...more }: Answer & { readonly first?: number } = {},
): Answer[] =>
  scores.map((score, at) => ({ customer: `Customer ${first + at}`, kind, score, touchpoint: null, ...more }))

/** The values again and again until there are `count`. */
export const cycle = (values: readonly number[], count: number): number[] =>
  Array.from({ length: count }, (_, at) => values[at % values.length] ?? 0)
