// What target-hit-nps-low asks the engine: totals, groups of answers, and the ids behind a finding.
import { salesTable } from '../../rollups/sales.ts'
import { date, join, raw, sql, text, type Row, type RowSpec, type Sql } from '../../sql/index.ts'
import { answeredWithin, answersTable, type Range } from '../../rollups/answers/attribution.ts'
import type { DetectorInput } from '../detector.ts'
import type { options } from './options.ts'

type Input = DetectorInput<typeof options>

export const rows = {
  groups: {
    column: 'text',
    value: 'text',
    detractors: 'integer',
    passives: 'integer',
    promoters: 'integer',
  },
  surveyTotals: { rows: 'integer', invalid: 'integer', valid: 'integer', undated: 'integer' },
  saleTotals: { sales: 'integer', undated: 'integer', amountless: 'integer' },
} as const satisfies Record<string, RowSpec>

export type GroupRow = Row<typeof rows.groups>
export type SurveyTotals = Row<typeof rows.surveyTotals>
export type SaleTotals = Row<typeof rows.saleTotals>

const classes = [
  ['detractors', 'score <= 6'],
  ['passives', 'score BETWEEN 7 AND 8'],
  ['promoters', 'score >= 9'],
] as const
function groupsQuery(input: Input, range: Range): Sql | undefined {
  const columns = ['segment', 'touchpoint'].filter((column) => input.present.has('surveys', column))
  if (columns.length === 0) return undefined
  const cells = classes.map(([name, is]) => raw(`COUNT(CASE WHEN ${is} THEN 1 END) AS ${name}`))
  const parts = columns.map(
    (column) => sql`SELECT ${raw(`'${column}'`)} AS "column", ${raw(column)} AS value, ${join(cells, ', ')}
      FROM surveys WHERE ${raw(column)} IS NOT NULL AND score BETWEEN 0 AND 10 AND ${answeredWithin(input, range)}
      GROUP BY ${raw(column)}`,
  )
  return sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) AS grouped
    ORDER BY "column", ${input.dialect.textOrder(sql`value`)}`
}

const surveyTotals = (input: Input, range: Range): Sql => sql`SELECT COUNT(*) AS "rows",
    COUNT(CASE WHEN score IS NULL OR score NOT BETWEEN 0 AND 10 THEN 1 END) AS invalid,
    COUNT(CASE WHEN score BETWEEN 0 AND 10 THEN 1 END) AS valid,
    COUNT(CASE WHEN score BETWEEN 0 AND 10 AND answered_on IS NULL THEN 1 END) AS undated
  FROM surveys WHERE ${answeredWithin(input, range)}`

const saleCounts = (day: string): Sql =>
  raw(`COUNT(*) AS sales, COUNT(CASE WHEN ${day} IS NULL THEN 1 END) AS undated,
    COUNT(CASE WHEN amount IS NULL THEN 1 END) AS amountless`)

const saleTotals = (table: 'deals' | 'invoices'): Sql =>
  table === 'deals'
    ? sql`SELECT ${saleCounts('closed_on')} FROM deals WHERE status = 'won'`
    : sql`SELECT ${saleCounts('issued_on')} FROM invoices`

export function queries(input: Input): { readonly [K in keyof typeof rows]?: Sql } {
  const { present, since, until } = input
  const range = { from: since, to: until }
  const table = salesTable(present)
  const groups = groupsQuery(input, range)
  return {
    ...(present.has('surveys', 'score') ? { surveyTotals: surveyTotals(input, range) } : {}),
    ...(present.has('surveys', 'score') && groups !== undefined ? { groups } : {}),
    ...(table === null ? {} : { saleTotals: saleTotals(table) }),
  }
}

/** Ids of the answers a finding counts: the latest per respondent in the period. */
export function evidenceQuery(
  input: Input,
  level: 'owner' | 'team' | 'product' | 'company',
  key: string,
  period: { readonly start: string; readonly end: string },
): Sql {
  const of = level === 'company' ? sql`1 = 1` : sql`${raw(`${level}_key`)} = ${text(key)}`
  return sql`SELECT survey_id AS id FROM ${raw(answersTable(input))}
    WHERE survey_id IS NOT NULL AND ${of} AND answered_on BETWEEN ${date(period.start)} AND ${date(period.end)}
      AND (next_on IS NULL OR next_on > ${date(period.end)}) ORDER BY ${input.dialect.textOrder(sql`survey_id`)}`
}
