// The part all queries share: the rows of a population, its most frequent wordings, and a full order of what is returned.
import type { QueryInput } from '../../../rollups/rollup.ts'
import { date, join, raw, sql, type Sql } from '../../../sql/index.ts'
import { allDays, rankedDays, type Days, type Input } from '../comparison.ts'
import { longestText, mostWordings } from '../limits.ts'
import type { Population } from '../populations.ts'

export type QueryContext = Input & Pick<QueryInput, 'dialect'>

/** A wording as it is returned: of a pasted paragraph its beginning. */
export const wording = (column: string): string => `substring(${column}, 1, ${longestText})`

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

/** That a row is ranked: it lies in the period the user asked for, if any. */
export const isRanked = (population: Population, input: Input): Sql =>
  input.period === null || population.day === null
    ? raw('TRUE')
    : within(raw(population.day), rankedDays(input), false)

/** An expression for a column that the population may not have. */
export const orNull = (
  column: string | null,
  type: 'text' | 'date' | 'money',
  { dialect }: QueryContext,
): Sql => (column === null ? dialect.nullOf(type) : raw(column))

/**
 * The most frequent wordings of a table of cells (`reason` and `weight`): everything is counted per wording first and cut to these
 * after, so that the rows themselves are read once and never kept.
 */
export const frequentOf = (cells: Sql, weight: Sql, { dialect }: QueryContext): Sql =>
  sql`SELECT reason FROM ${cells} WHERE reason IS NOT NULL GROUP BY reason
    ORDER BY sum(${weight}) DESC, ${dialect.textOrder(raw('reason'))} LIMIT ${raw(String(mostWordings))}`

const isRare = '(c.reason IS NOT NULL AND f.reason IS NULL)'
export const reasonJoin = raw('LEFT JOIN frequent f ON c.reason = f.reason')
/** First columns of a row: whose, the wording, and whether it is one of the rare ones. */
export const reasonColumns = ({ kind }: Population): Sql =>
  raw(`'${kind}' AS kind, ${wording('f.reason')} AS reason, ${isRare} AS tail`)
export const reasonGroups = raw(`f.reason, ${isRare}`)

/** Columns that rows are ordered by: flags first, then the population, numbers and texts. */
export interface Order {
  readonly flags: readonly string[]
  readonly numbers?: readonly string[]
  readonly texts: readonly string[]
}

/** One query from those of several populations, ordered; null where there is none. */
export function ordered(parts: readonly Sql[], by: Order, { dialect }: QueryContext): Sql | null {
  if (parts.length === 0) return null
  const byText = (name: string): Sql => sql`${dialect.textOrder(raw(name))} NULLS LAST`
  const order = [
    ...by.flags.map((name) => raw(name)),
    byText('kind'),
    ...(by.numbers ?? []).map((name) => raw(`${name} NULLS LAST`)),
    ...by.texts.map(byText),
  ]
  const all = join(
    parts.map((part) => sql`SELECT * FROM (${part}) AS part`),
    ' UNION ALL ',
  )
  return sql`SELECT * FROM (${all}) AS rows_of_all ORDER BY ${join(order, ', ')}`
}
