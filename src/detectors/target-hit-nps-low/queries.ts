// What target-hit-nps-low asks the engine: counts of answers per month and entity, totals, and the ids behind a finding.
import { salesTable } from '../../rollups/sales.ts'
import { date, join, raw, sql, text, type Row, type RowSpec, type Sql } from '../../sql/index.ts'
import { answeredWithin, answersTable, sharedTables, type Range } from './attribution.ts'
import type { Input } from './links.ts'

/**
 * `month` counts months since the year 0, null for answers without a day. Detractors, passives and promoters come four times: all answers,
 * and only those that are the latest of their respondent in the month, the quarter, the year. `viaSale` and `viaCustomer` count answers
 * that do not say themselves whom they are about.
 */
export const rows = {
  answers: {
    level: 'text',
    entityKey: 'text?',
    entity: 'text?',
    month: 'integer?',
    detractors: 'integer',
    passives: 'integer',
    promoters: 'integer',
    monthDetractors: 'integer',
    monthPassives: 'integer',
    monthPromoters: 'integer',
    quarterDetractors: 'integer',
    quarterPassives: 'integer',
    quarterPromoters: 'integer',
    yearDetractors: 'integer',
    yearPassives: 'integer',
    yearPromoters: 'integer',
    viaSale: 'integer',
    viaCustomer: 'integer',
  },
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

export type AnswerRow = Row<typeof rows.answers>
export type GroupRow = Row<typeof rows.groups>
export type SurveyTotals = Row<typeof rows.surveyTotals>
export type SaleTotals = Row<typeof rows.saleTotals>

const monthNumber = (day: string): Sql =>
  raw(`EXTRACT(YEAR FROM ${day}) * 12 + EXTRACT(MONTH FROM ${day}) - 1`)

/** Fiscal quarters and years need not begin in January: the months of target periods tell where they do. */
const shift = (grain: Sql, months: number): Sql =>
  sql`(SELECT COALESCE(MIN((${monthNumber('start_on')}) % ${raw(String(months))}), 0) FROM targets
    WHERE grain = ${grain} AND start_on IS NOT NULL)`

const classes = [
  ['detractors', 'score <= 6'],
  ['passives', 'score BETWEEN 7 AND 8'],
  ['promoters', 'score >= 9'],
] as const
const spans = ['', 'month_', 'quarter_', 'year_'] as const
const counters = spans.flatMap((span) => classes.map(([name]) => `${span}${name}`))

// An answer is the latest of its span when the respondent's next one lies in another span.
const lastOf: Readonly<Record<(typeof spans)[number], string>> = {
  '': '',
  month_: ' AND (next_month IS NULL OR next_month <> "month")',
  quarter_: ` AND (next_month IS NULL OR next_month - (next_month - quarter_shift) % 3
    <> "month" - ("month" - quarter_shift) % 3)`,
  year_: ` AND (next_month IS NULL OR next_month - (next_month - year_shift) % 12
    <> "month" - ("month" - year_shift) % 12)`,
}

const people = ['owner', 'team', 'product'] as const

function answersQuery({ dialect }: Input): Sql {
  const label = (name: string): Sql => sql`MIN(${dialect.textOrder(raw(`"${name}"`))}) AS ${raw(`"${name}"`)}`
  const counted = spans.flatMap((span) =>
    classes.map(([name, is]) => `COUNT(CASE WHEN ${is}${lastOf[span]} THEN 1 END) AS ${span}${name}`),
  )
  const who = people.flatMap((name) => [`${name}_key`, `${name}_via`])
  const keys = ['"month"', ...who].join(', ')
  const sums = (name: string | null): Sql => {
    const all = '(detractors + passives + promoters)'
    const via = [1, 2].map((place) =>
      name === null ? '0' : `CASE WHEN ${name}_via = ${place} THEN ${all} ELSE 0 END`,
    )
    return raw([...counters, ...via].map((term) => `CAST(SUM(${term}) AS BIGINT)`).join(', '))
  }
  const level = (name: (typeof people)[number]): Sql => sql`SELECT ${raw(`'${name}'`)} AS level,
      ${raw(`${name}_key`)} AS entity_key, ${label(name)}, "month", ${sums(name)}
    FROM told WHERE ${raw(`${name}_key`)} IS NOT NULL GROUP BY ${raw(`${name}_key`)}, "month"`
  const none = dialect.nullOf('text')
  return sql`WITH monthly AS (SELECT *, ${monthNumber('answered_on')} AS "month", ${monthNumber('next_on')} AS next_month,
        ${shift(sql`'quarter'`, 3)} AS quarter_shift, ${shift(sql`'year'`, 12)} AS year_shift FROM ${raw(answersTable)}),
    told AS (SELECT ${raw(keys)}, ${join([...people.map(label), ...counted.map((cell) => raw(cell))], ', ')}
      FROM monthly GROUP BY ${raw(keys)})
    SELECT * FROM (
      ${level('owner')} UNION ALL ${level('team')} UNION ALL ${level('product')} UNION ALL
      SELECT 'company' AS level, ${none} AS entity_key, ${none} AS entity, "month", ${sums(null)}
      FROM told GROUP BY "month") AS levels
    ORDER BY level, ${dialect.textOrder(sql`entity_key`)} NULLS FIRST, "month" NULLS FIRST`
}

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

export const shared = (input: Input): ReturnType<typeof sharedTables> =>
  sharedTables(input, { from: input.since, to: input.until })

export function queries(input: Input): { readonly [K in keyof typeof rows]?: Sql } {
  const { present, since, until } = input
  const range = { from: since, to: until }
  const table = salesTable(present)
  const groups = groupsQuery(input, range)
  return {
    ...(present.has('surveys', 'score')
      ? { answers: answersQuery(input), surveyTotals: surveyTotals(input, range) }
      : {}),
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
  return sql`SELECT survey_id AS id FROM ${raw(answersTable)}
    WHERE survey_id IS NOT NULL AND ${of} AND answered_on BETWEEN ${date(period.start)} AND ${date(period.end)}
      AND (next_on IS NULL OR next_on > ${date(period.end)}) ORDER BY ${input.dialect.textOrder(sql`survey_id`)}`
}
