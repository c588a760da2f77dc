// Rows per wording and value of each segment column (segment, product, owner, team, source, competitor).
import { keyOf, tables } from '../../../schema/index.ts'
import { join, raw, sql, type Sql } from '../../../sql/index.ts'
import { mostValues } from '../limits.ts'
import type { Population } from '../populations.ts'
import { columnsInPlace } from '../segment-cells.ts'
import { frequentOf, isRanked, lookedAt, orNull, wording, type QueryContext } from './population.ts'

/** The column rows are grouped by: its normalised key where it has one. */
export const groupedBy = (population: Population, column: string): string =>
  tables[population.table].columns[column]?.key === true ? keyOf(column) : column

interface Counted {
  readonly column: string
  readonly key: string
}

const countedOf = (population: Population): Counted[] =>
  population.segments.map((column) => ({ column, key: groupedBy(population, column) }))

/**
 * Wordings, currencies and each column, as they are written, counted in one pass over the rows; keys are made of what remains.
 * `not_<key>` is 0 in the set of that column.
 */
function cellsOf(population: Population, counted: readonly Counted[], input: QueryContext): Sql {
  const amount = orNull(population.amount, 'money', input)
  const currency = orNull(population.currency, 'text', input)
  const shown = [
    sql`${raw(population.reason)} AS reason`,
    sql`${currency} AS currency`,
    sql`${amount} AS amount`,
    ...counted.map(({ column }) => raw(`${column} AS ${column}`)),
  ]
  const sets = counted.map(({ column }) => raw(`(l.reason, l.currency, l.${column})`))
  const kept = counted.flatMap(({ column, key }) => [
    raw(`l.${column} AS ${column}`),
    raw(`grouping(l.${column}) AS not_${key}`),
  ])
  const { dialect } = input
  const keys = counted.flatMap(({ column, key }) =>
    key === column ? [] : [sql`, ${dialect.foldText(raw(column))} AS ${raw(key)}`],
  )
  return sql`counted AS (
      SELECT l.reason AS reason, l.currency AS currency, ${join(kept, ', ')}, count(*) AS deals,
        sum(CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END) AS amount
      FROM (
        SELECT ${join(shown, ', ')} FROM ${raw(population.table)}
        WHERE ${lookedAt(population, input)} AND ${isRanked(population, input)}
      ) AS l
      GROUP BY GROUPING SETS (${join(sets, ', ')})
    ), cells AS (SELECT *${join(keys, '')} FROM counted)`
}

/** null where the population has no such column. */
export function segmentsQuery(population: Population, input: QueryContext): Sql | null {
  const counted = countedOf(population)
  const [first] = counted
  if (first === undefined) return null
  const largest = counted.map(({ key }) => {
    const order = input.dialect.textOrder(raw(key))
    return sql`largest_${raw(key)} AS (
      SELECT ${raw(key)} AS value FROM cells WHERE not_${raw(key)} = 0 AND ${raw(key)} IS NOT NULL
      GROUP BY ${raw(key)} ORDER BY sum(deals) DESC, ${order} LIMIT ${raw(String(mostValues))})`
  })
  const one = sql`(SELECT reason, deals FROM cells WHERE not_${raw(first.key)} = 0) AS cells_of_one`
  const frequent = sql`frequent AS (${frequentOf(one, raw('deals'), input)})`
  const number = (text: Sql): Sql =>
    sql`CAST(row_number() OVER (ORDER BY ${input.dialect.textOrder(text)}) AS INTEGER) AS number`
  const wordings = sql`wordings AS (SELECT reason, ${number(raw('reason'))} FROM frequent)`
  const values = counted.map(
    ({ key }) => sql`values_${raw(key)} AS (SELECT value, ${number(raw('value'))} FROM largest_${raw(key)})`,
  )
  // Only of values that are shown: every spelling of a column would be many.
  const labels = counted.map(
    ({ column, key }) => sql`labels_${raw(key)} AS (SELECT label, ${number(raw('label'))} FROM (
      SELECT DISTINCT c.${raw(column)} AS label FROM cells c JOIN largest_${raw(key)} v ON c.${raw(key)} = v.value
      WHERE c.not_${raw(key)} = 0 AND c.${raw(column)} IS NOT NULL) AS written)`,
  )
  const places = columnsInPlace(population)
  const parts = counted.flatMap(({ column, key }) => {
    const place = raw(String(places.indexOf(column)))
    return [countsOf(column, key, place, population), ...namesOf(key, place, population)]
  })
  const steps = [cellsOf(population, counted, input), ...largest, frequent, wordings, ...values, ...labels]
  return sql`WITH ${join(steps, ', ')} ${join([...parts, wordingNames(population)], ' UNION ALL ')}`
}

const isTail = raw('(c.reason IS NOT NULL AND w.reason IS NULL)')

/** Rows of each wording and value of a column; of its spellings the first one. */
function countsOf(column: string, key: string, place: Sql, { kind }: Population): Sql {
  const isRest = raw(`(c.${key} IS NOT NULL AND v.value IS NULL)`)
  return sql`SELECT '${raw(kind)}' AS kind, ${isTail} AS tail, ${place} AS place, v.number AS value, ${isRest} AS rest, w.number AS reason,
      min(CASE WHEN v.value IS NOT NULL THEN l.number END) AS label,
      c.currency AS currency, CAST(sum(c.deals) AS INTEGER) AS deals, sum(c.amount) AS amount, CAST(NULL AS VARCHAR) AS name
    FROM cells c LEFT JOIN wordings w ON c.reason = w.reason LEFT JOIN values_${raw(key)} v ON c.${raw(key)} = v.value
      LEFT JOIN labels_${raw(key)} l ON c.${raw(column)} = l.label
    WHERE c.not_${raw(key)} = 0
    GROUP BY w.number, ${isTail}, v.number, ${isRest}, c.currency`
}

const nothing = raw('CAST(NULL AS VARCHAR), 0, 0')

const namesOf = (key: string, place: Sql, { kind }: Population): Sql[] => [
  sql`SELECT '${raw(kind)}', FALSE, ${place}, number, FALSE, NULL, NULL, ${nothing}, value FROM values_${raw(key)}`,
  sql`SELECT '${raw(kind)}', FALSE, ${place}, NULL, FALSE, NULL, number, ${nothing}, label FROM labels_${raw(key)}`,
]

const wordingNames = ({ kind }: Population): Sql =>
  sql`SELECT '${raw(kind)}', FALSE, NULL, NULL, FALSE, number, NULL, ${nothing}, ${raw(wording('reason'))} FROM wordings`
