// One row per usable answer: which kind it is, its points, who gave it. Made once; the queries and the evidence read it.
import { date, join, raw, sql, type Sql } from '../../sql/index.ts'
import type { DetectorInput, SharedTable } from '../detector.ts'
import type { options } from './options.ts'

export type Input = DetectorInput<typeof options>

export const answersTable = 'journey_gap_answers'

/** Columns a respondent can be recognised by in both kinds of survey, the surest first. */
const recognisers = [
  { column: 'customer_id', key: 'customer_id_key' },
  { column: 'customer', key: 'customer_key' },
  { column: 'email', key: 'email' },
] as const

export const recognisedBy = ({ present }: Pick<Input, 'present'>): readonly string[] =>
  recognisers.filter(({ column }) => present.has('surveys', column)).map(({ key }) => key)

/** What answers are compared within: customer segments where the surveys name them, else products. */
export const segmentColumn = ({ present }: Pick<Input, 'present'>): 'segment' | 'product' | null =>
  (['segment', 'product'] as const).find((column) => present.has('surveys', column)) ?? null

/** Whether only certain days count; answers without a day are then left out. */
export const isBounded = ({ period, since, until }: Input): boolean =>
  period !== null || since !== null || until !== null

/** The condition on the day of an answer. */
export function onDays(input: Input): Sql {
  const { asOf, period, since, until } = input
  const firsts = [period?.start, since].flatMap((day) => day ?? [])
  const lasts = [asOf, period?.end, until].flatMap((day) => day ?? [])
  const bounds = [
    ...firsts.map((day) => sql`answered_on >= ${date(day)}`),
    ...lasts.map((day) => sql`answered_on <= ${date(day)}`),
  ]
  const within = sql`(${join(bounds, ' AND ')})`
  return isBounded(input) ? within : sql`(answered_on IS NULL OR ${within})`
}

// Without a kind the name of the survey tells: one about the relationship is no touchpoint.
const kind = (
  folded: Sql,
): Sql => sql`CASE WHEN kind IS NOT NULL THEN kind WHEN touchpoint IS NULL THEN 'journey'
    WHEN ${folded} IN ('nps', 'journey', 'company', 'brand') OR ${folded} LIKE '%relationship%'
      OR ${folded} LIKE '%relational%' OR ${folded} LIKE '%overall%' OR ${folded} LIKE '%whole journey%' THEN 'journey'
    ELSE 'touchpoint' END`

const isRated = sql`(score BETWEEN 0 AND 10 OR satisfaction BETWEEN 0 AND 100)`

/** The 0 to 10 scale is stretched to 0 to 100; an answer that carries both counts by it. */
const points = (input: Input): Sql =>
  sql`CASE WHEN score BETWEEN 0 AND 10 THEN CAST(score * 10 AS ${input.dialect.typeName('number')}) ELSE satisfaction END`

export function shared(input: Input): readonly SharedTable[] {
  const { dialect } = input
  const folded = dialect.foldText(sql`touchpoint`)
  const segment = segmentColumn(input)
  const statement = sql`SELECT survey_id, customer_id_key, customer_key, ${dialect.foldText(sql`email`)} AS email,
      ${kind(folded)} AS kind, ${folded} AS place, touchpoint,
      ${segment === null ? dialect.nullOf('text') : raw(segment)} AS segment,
      ${points(input)} AS points, CASE WHEN score BETWEEN 0 AND 10 THEN 1 ELSE 0 END AS scored
    FROM surveys WHERE ${isRated} AND ${onDays(input)}`
  return [{ name: answersTable, sql: statement }]
}

/** Rows that count nowhere. */
export function leftOut(input: Input): Sql {
  const undated = isBounded(input) ? sql`${isRated} AND answered_on IS NULL` : sql`1 = 0`
  return sql`SELECT COUNT(CASE WHEN NOT COALESCE(${isRated}, FALSE) THEN 1 END) AS unrated,
    COUNT(CASE WHEN ${undated} THEN 1 END) AS undated FROM surveys`
}
