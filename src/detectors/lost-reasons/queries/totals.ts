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
  const counted = column === null ? raw('TRUE') : within(day, rankedDays(input), !bounded)
  const isWon = population.kind === 'lost' ? raw("status = 'won'") : raw('FALSE')
  return sql`SELECT '${raw(population.kind)}' AS kind,
      count(CASE WHEN ${where} AND ${counted} THEN 1 END) AS losses,
      min(CASE WHEN ${where} AND ${counted} THEN ${day} END) AS first_day,
      max(CASE WHEN ${where} AND ${counted} THEN ${day} END) AS last_day,
      count(CASE WHEN ${isWon} AND ${counted} THEN 1 END) AS won,
      count(CASE WHEN ${where} AND ${day} IS NULL THEN 1 END) AS undated,
      count(CASE WHEN ${where} AND ${day} > ${date(asOf)} THEN 1 END) AS later
    FROM ${raw(population.table)}`
}
