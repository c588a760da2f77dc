// How many there are at all: losses, won deals of the same days, losses without a day or later than asOf.
import { date, raw, sql, type Sql } from '../../../sql/index.ts'
import { rankedDays } from '../comparison.ts'
import type { Population } from '../populations.ts'
import { orNull, within, type QueryContext } from './population.ts'

export function totalsQuery(population: Population, input: QueryContext): Sql {
  const { since, until, period, asOf } = input
  const { where, day: column } = population
  const bounded = since !== null || until !== null || period !== null
  const day = orNull(column, 'date', input)
  const counted = column === null ? raw('TRUE') : within(raw('day'), rankedDays(input), !bounded)
  // By day first: what is told apart then is a few thousand groups instead of all rows.
  const [key, isLost, isWon] =
    population.kind === 'lost'
      ? [raw('status'), where, raw("status = 'won'")]
      : [sql`${where} AS belongs`, raw('belongs'), raw('FALSE')]
  const rows = (which: Sql): Sql => sql`CAST(COALESCE(sum(CASE WHEN ${which} THEN n END), 0) AS BIGINT)`
  return sql`SELECT '${raw(population.kind)}' AS kind,
      ${rows(sql`is_lost AND ${counted}`)} AS losses,
      min(CASE WHEN is_lost AND ${counted} THEN day END) AS first_day,
      max(CASE WHEN is_lost AND ${counted} THEN day END) AS last_day,
      ${rows(sql`is_won AND ${counted}`)} AS won,
      ${rows(raw('is_lost AND day IS NULL'))} AS undated,
      ${rows(sql`is_lost AND day > ${date(asOf)}`)} AS later
    FROM (SELECT ${isLost} AS is_lost, ${isWon} AS is_won, day, n
      FROM (SELECT ${key}, ${day} AS day, count(*) AS n FROM ${raw(population.table)} GROUP BY 1, 2) AS told) AS days`
}
