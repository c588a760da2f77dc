// Rows and money per wording and currency: the ranking.
import { raw, sql, type Sql } from '../../../sql/index.ts'
import type { Population } from '../populations.ts'
import {
  losses,
  money,
  rankedOnly,
  reasonColumns,
  reasonGroups,
  reasonJoin,
  type QueryContext,
} from './population.ts'

export const reasonsQuery = (population: Population, input: QueryContext): Sql =>
  sql`WITH ${losses(population, money(population, input), input)}
    SELECT ${reasonColumns(population)}, l.currency AS currency,
      count(*) AS deals,
      count(CASE WHEN l.amount > 0 THEN 1 END) AS valued,
      sum(CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END) AS value,
      ${input.dialect.sumOfSquares(raw('CASE WHEN l.amount > 0 THEN l.amount END'))} AS squares,
      count(CASE WHEN l.amount <= 0 THEN 1 END) AS dropped
    FROM losses l ${reasonJoin} ${rankedOnly(population, input)}
    GROUP BY ${reasonGroups}, l.currency`
