// Rows per wording in the two periods compared.
import type { ReportPeriod } from '../../../report/index.ts'
import { raw, sql, type Sql } from '../../../sql/index.ts'
import { comparisonOf } from '../comparison.ts'
import type { Population } from '../populations.ts'
import {
  losses,
  money,
  reasonColumns,
  reasonGroups,
  reasonJoin,
  within,
  type QueryContext,
} from './population.ts'

const inside = ({ start, end }: ReportPeriod): Sql => within(raw('l.day'), { first: start, last: end }, false)

/** null where nothing can be compared, or the population is only ranked. */
export function changesQuery(population: Population, input: QueryContext): Sql | null {
  const { before, after } = comparisonOf(population, input)
  if (before === null || population.kind === 'churn-category') return null
  const earlier = inside(before)
  const later = inside(after)
  return sql`WITH ${losses(population, money(population, input), input)}
    SELECT ${reasonColumns(population)}, l.currency AS currency,
      count(CASE WHEN ${earlier} THEN 1 END) AS before,
      count(CASE WHEN ${later} THEN 1 END) AS after,
      sum(CASE WHEN l.amount > 0 AND ${later} THEN l.amount ELSE 0 END) AS value
    FROM losses l ${reasonJoin}
    WHERE ${earlier} OR ${later}
    GROUP BY ${reasonGroups}, l.currency`
}
