// All queries of a run: one per need, each over every population that the data hold.
import type { Sql } from '../../../sql/index.ts'
import { populations, type Population } from '../populations.ts'
import type { Rows } from '../rows.ts'
import { ordered, type Order, type QueryContext } from './population.ts'
import { reasonsQuery } from './reasons.ts'
import { segmentsQuery } from './segments.ts'
import { stagesQuery } from './stages.ts'
import { totalsQuery } from './totals.ts'

interface Maker extends Order {
  readonly make: (population: Population, input: QueryContext) => Sql | null
}

const makers: readonly (Maker & { readonly name: keyof Rows })[] = [
  { name: 'reasons', make: reasonsQuery, flags: ['tail'], texts: ['reason', 'currency'] },
  {
    name: 'segments',
    make: segmentsQuery,
    flags: ['tail', 'rest'],
    numbers: ['place', 'value', 'reason'],
    texts: ['currency', 'name'],
  },
  { name: 'stages', make: stagesQuery, flags: [], texts: ['reason', 'stage', 'stage_before'] },
  { name: 'totals', make: totalsQuery, flags: [], texts: [] },
]

export function queriesOf(input: QueryContext): { readonly [K in keyof Rows]?: Sql } {
  const all = populations(input.present)
  const found = makers.flatMap(({ name, make, ...by }) => {
    const query = ordered(
      all.flatMap((population) => make(population, input) ?? []),
      by,
      input,
    )
    return query === null ? [] : [[name, query] as const]
  })
  return Object.fromEntries(found)
}
