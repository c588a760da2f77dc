// The part all queries share: the rows of a population, its most frequent wordings, and a full order of what is returned.
import type { QueryInput } from '../../../rollups/rollup.ts'
import { date, join, raw, sql, type Sql } from '../../../sql/index.ts'
import { allDays, rankedDays, type Days, type Input } from '../comparison.ts'
import { longestText, mostWordings } from '../limits.ts'
import type { Population } from '../populations.ts'

export type QueryContext = Input & Pick<QueryInput, 'dialect'>

/** A wording as it is grouped: a pasted paragraph by its beginning. */
export const wording = (column: string): Sql => raw(`substring(${column}, 1, ${longestText})`)

/** That a day lies within bounds; `keepUndated`: a row without a day does too. */
export function within(day: Sql, { first, last }: Days, keepUndated: boolean): Sql {
  const bounds: Sql[] = []
  if (first !== null) bounds.push(sql`${day} >= ${date(first)}`)
  if (last !== null) bounds.push(sql`${day} <= ${date(last)}`)
  if (bounds.length === 0) return raw('TRUE')
  return keepUndated ? sql`(${day} IS NULL OR (${join(bounds, ' AND ')}))` : sql`(${join(bounds, ' AND ')})`
}

/** Rows the run may look at. Undated rows stay unless the user set a bound: then nobody knows whether they belong. */
export function lookedAt(population: Population, input: Input): Sql {
  if (population.day === null) return population.where
  const bounded = input.since !== null || input.until !== null
  return sql`${population.where} AND ${within(raw(population.day), allDays(input), !bounded)}`
}

/** `WHERE …` for the rows that are ranked: only those of the period the user asked for. */
export const rankedOnly = (population: Population, input: Input): Sql =>
  input.period === null || population.day === null
    ? raw('')
    : sql`WHERE ${within(raw('l.day'), rankedDays(input), false)}`

/** An expression for a column that the population may not have. */
export const orNull = (
  column: string | null,
  type: 'text' | 'date' | 'money',
  { dialect }: QueryContext,
): Sql => (column === null ? dialect.nullOf(type) : raw(column))

/** `losses AS (…), frequent AS (…)`: the rows with `reason`, `day` and these columns, and the wordings that are returned. */
export function losses(population: Population, columns: readonly Sql[], input: QueryContext): Sql {
  const shown = [
    sql`${wording(population.reason)} AS reason`,
    sql`${orNull(population.day, 'date', input)} AS day`,
    ...columns,
  ]
  return sql`losses AS (
    SELECT ${join(shown, ', ')} FROM ${raw(population.table)} WHERE ${lookedAt(population, input)}
  ), frequent AS (
    SELECT reason FROM losses WHERE reason IS NOT NULL
    GROUP BY reason ORDER BY count(*) DESC, ${input.dialect.textOrder(raw('reason'))} LIMIT ${raw(String(mostWordings))}
  )`
}

/** The columns of money that `losses` is to carry. */
export const money = (population: Population, input: QueryContext): Sql[] => [
  sql`${orNull(population.currency, 'text', input)} AS currency`,
  sql`${orNull(population.amount, 'money', input)} AS amount`,
]

const isRare = '(l.reason IS NOT NULL AND f.reason IS NULL)'
export const reasonJoin = raw('LEFT JOIN frequent f ON l.reason = f.reason')
/** First columns of a row: whose, the wording, and whether it is one of the rare ones. */
export const reasonColumns = ({ kind }: Population): Sql =>
  raw(`'${kind}' AS kind, f.reason AS reason, ${isRare} AS tail`)
export const reasonGroups = raw(`f.reason, ${isRare}`)

/** One query from those of several populations, ordered by these columns; null where there is none. */
export function ordered(
  parts: readonly Sql[],
  by: { readonly flags: readonly string[]; readonly texts: readonly string[] },
  { dialect }: QueryContext,
): Sql | null {
  if (parts.length === 0) return null
  const order = [
    ...by.flags.map((name) => raw(name)),
    ...by.texts.map((name) => sql`${dialect.textOrder(raw(name))} NULLS LAST`),
  ]
  const all = join(
    parts.map((part) => sql`SELECT * FROM (${part}) AS part`),
    ' UNION ALL ',
  )
  return sql`SELECT * FROM (${all}) AS cells ORDER BY ${join(order, ', ')}`
}
