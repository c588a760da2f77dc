// Survey answers by month, for the company and for each owner, team and product they are about.
import { raw, join, sql, type Dialect, type Sql } from '../sql/index.ts'
import { answersTable, sharedTables } from './answers/attribution.ts'
import type { Input } from './answers/links.ts'
import { defineRollup } from './rollup.ts'

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

function answersQuery(input: Input): Sql {
  const { dialect } = input
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
        ${shift(sql`'quarter'`, 3)} AS quarter_shift, ${shift(sql`'year'`, 12)} AS year_shift FROM ${raw(answersTable(input))}),
    told AS (SELECT ${raw(keys)}, ${join([...people.map(label), ...counted.map((cell) => raw(cell))], ', ')}
      FROM monthly GROUP BY ${raw(keys)})
    SELECT * FROM (
      ${level('owner')} UNION ALL ${level('team')} UNION ALL ${level('product')} UNION ALL
      SELECT 'company' AS level, ${none} AS entity_key, ${none} AS entity, "month", ${sums(null)}
      FROM told GROUP BY "month") AS levels
    ORDER BY level, ${dialect.textOrder(sql`entity_key`)} NULLS FIRST, "month" NULLS FIRST`
}

const nothing = (
  dialect: Dialect,
): Sql => sql`SELECT 'company' AS level, ${dialect.nullOf('text')} AS entity_key, ${dialect.nullOf('text')} AS entity,
  ${dialect.nullOf('integer')} AS "month", ${raw(counters.map((name) => `0 AS ${name}`).join(', '))}, 0 AS via_sale, 0 AS via_customer
  WHERE 1 = 0`

const sold = ['owner', 'team', 'product', 'customer', 'customer_id'] as const

/**
 * `month` counts months since the year 0, null for answers without a day. Detractors, passives and promoters come four times: all answers,
 * and only those that are the latest of their respondent in the month, the quarter, the year. `viaSale` and `viaCustomer` count answers
 * that do not say themselves whom they are about.
 */
export const answers = defineRollup({
  id: 'answers',
  options: ['attributionWindowDays'],
  reads: {
    surveys: ['survey_id', 'score', 'answered_on', 'deal_id', 'email', ...sold],
    deals: [...sold, 'deal_id', 'status', 'closed_on', 'amount', 'currency'],
    invoices: [
      ...sold,
      'invoice_id',
      'deal_id',
      'issued_on',
      'amount',
      'currency',
      'status',
      'kind',
      'cancelled_on',
      'credited_invoice_id',
    ],
    owners: ['owner_id', 'owner', 'team'],
    targets: ['grain', 'start_on'],
  },
  rows: {
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
  shared: (input) => sharedTables(input, { from: input.since, to: input.until }),
  query: (input) => (input.present.has('surveys', 'score') ? answersQuery(input) : nothing(input.dialect)),
})
