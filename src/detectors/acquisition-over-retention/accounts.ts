// One table of customers, made once per run: their revenue at the start and the end, whether they left, and what was done about it.
import { canAskNps, latestAnswersUntil } from '../../rollups/latest-answers.ts'
import { latestContactsUntil } from '../../rollups/customer-contacts.ts'
import { salesRows } from '../../rollups/sales.ts'
import type { TableName } from '../../schema/index.ts'
import { date, raw, sql, type Sql } from '../../sql/index.ts'
import { customerLink } from '../customer-link.ts'
import type { SharedTable } from '../detector.ts'
import { basisOf, daysBefore, endOf, leftUntil, windowsOf, type Input } from './basis.ts'

export const accountsName = 'acquisition_over_retention_accounts'
export const accounts = raw(accountsName)

/** The key customers share with a table; where they share none, nothing joins. */
const linkTo = (input: Input, table: TableName): Sql | null => {
  const found = input.present.has(table) ? customerLink(input.present, 'customers', table) : null
  return found === null ? null : raw(found)
}

function interviewed(input: Input, end: Sql): Sql {
  const { dialect, present } = input
  const link = linkTo(input, 'interviews')
  if (link === null || !present.has('interviews', 'held_on'))
    return sql`SELECT ${dialect.nullOf('text')} AS customer, ${dialect.nullOf('date')} AS latest WHERE 1 = 0`
  return sql`SELECT ${link} AS customer, MAX(held_on) AS latest FROM interviews
    WHERE ${link} IS NOT NULL AND held_on <= ${end} GROUP BY ${link}`
}

/** The latest answer about the whole relationship. */
function scores(input: Input): Sql {
  const { dialect, present } = input
  const link = customerLink(present, 'customers', 'surveys')
  return link === null || !canAskNps(present)
    ? sql`SELECT ${dialect.nullOf('text')} AS customer, ${dialect.nullOf('integer')} AS score WHERE 1 = 0`
    : latestAnswersUntil(endOf(input), link, input)
}

/** Where one of them has no key in common with customers the join key differs: each join takes its own. */
const keyFor = (input: Input, table: TableName): Sql => linkTo(input, table) ?? input.dialect.nullOf('text')

function fromCustomers(input: Input): Sql {
  const end = sql`${date(endOf(input))}`
  const left = sql`${date(leftUntil(input))}`
  const link = customerLink(input.present, 'customers', 'activities')
  const contacts = latestContactsUntil(endOf(input), link, input)
  return sql`SELECT customers.customer_id AS account_id, COALESCE(customers.customer, customers.customer_id) AS name, owner, currency,
      ${input.dialect.nullOf('text')} AS billed_key, start_value,
      CASE WHEN end_value IS NULL AND (status = 'churned' OR ended_on <= ${left}) THEN 0 ELSE end_value END AS end_value,
      CASE WHEN status = 'churned' AND ended_on > ${left} THEN 0 WHEN status = 'churned' OR ended_on <= ${left} OR (start_value > 0 AND end_value <= 0) THEN 1
        ELSE 0 END AS has_left,
      ended_on AS left_on, COALESCE(churn_reason, churn_category) AS reason,
      CASE WHEN status = 'at-risk' OR scores.score <= 6 THEN 1 ELSE 0 END AS at_risk, scores.score AS score,
      CASE WHEN interviewed.latest >= COALESCE(ended_on, interviewed.latest) THEN 1 ELSE 0 END AS interviewed,
      CASE WHEN win_back_on <= ${end} THEN 1 ELSE 0 END AS tried,
      CASE WHEN regained_on <= ${end} THEN regained_on END AS regained_on,
      CASE WHEN contacted.latest > contacted_on THEN contacted.latest ELSE COALESCE(contacted_on, contacted.latest) END AS contacted_on
    FROM customers
      LEFT JOIN (${interviewed(input, end)}) AS interviewed ON interviewed.customer = ${keyFor(input, 'interviews')}
      LEFT JOIN (${contacts}) AS contacted ON contacted.customer = ${keyFor(input, 'activities')}
      LEFT JOIN (${scores(input)}) AS scores ON scores.customer = ${keyFor(input, 'surveys')}`
}

/**
 * Customers as invoices know them. A customer is lost who was billed in the first window and not at all after it: that is for a whole
 * window and the days of grace, so that a yearly invoice may come late.
 */
function fromInvoices(input: Input): Sql {
  const { dialect } = input
  const key = raw(customerLink(input.present, 'invoices') ?? 'customer_key')
  const { baseFrom, baseTo, laterFrom, end } = windowsOf(input)
  const sumWithin = (from: string, to: string): Sql =>
    sql`COALESCE(SUM(CASE WHEN closed_on > ${date(from)} AND closed_on <= ${date(to)} THEN amount END), 0)`
  const none = (type: 'text' | 'date' | 'integer'): Sql => dialect.nullOf(type)
  return sql`WITH sold AS (${salesRows('invoices', end)}),
    named AS (SELECT ${key} AS link, MIN(${dialect.textOrder(raw('COALESCE(customer, customer_id)'))}) AS name,
      MIN(${dialect.textOrder(raw('owner'))}) AS owner FROM invoices WHERE ${key} IS NOT NULL GROUP BY ${key}),
    billed AS (
      SELECT ${key} AS link, currency, ${sumWithin(baseFrom, baseTo)} AS start_value, ${sumWithin(laterFrom, end)} AS last_value,
        ${sumWithin(baseTo, laterFrom)} AS between_value, MAX(closed_on) AS last_on
      FROM sold WHERE ${key} IS NOT NULL GROUP BY ${key}, currency),
    valued AS (
      SELECT billed.*, CASE WHEN last_value > 0 THEN last_value ELSE between_value END AS end_value FROM billed)
    SELECT ${none('text')} AS account_id, name, owner, currency, valued.link AS billed_key, start_value, end_value,
      CASE WHEN start_value > 0 AND end_value <= 0 THEN 1 ELSE 0 END AS has_left,
      CASE WHEN start_value > 0 AND end_value <= 0 THEN last_on END AS left_on, ${none('text')} AS reason, 0 AS at_risk,
      ${none('integer')} AS score, 0 AS interviewed, 0 AS tried, ${none('date')} AS regained_on, ${none('date')} AS contacted_on
    FROM valued JOIN named ON named.link = valued.link`
}

export function sharedTables(input: Input): readonly SharedTable[] {
  const basis = basisOf(input.present)
  if (basis === 'nothing') return []
  const end = endOf(input)
  const made = basis === 'invoices' ? fromInvoices(input) : fromCustomers(input)
  // A customer without a day of leaving left within the window if it still had revenue at its start.
  const since = date(daysBefore(end, input.options.windowDays))
  const inWindow =
    basis === 'invoices'
      ? raw('TRUE')
      : sql`CASE WHEN left_on IS NULL THEN COALESCE(start_value, 1) > 0 ELSE left_on > ${since} END`
  return [
    {
      name: accountsName,
      sql: sql`SELECT made.*, CASE WHEN has_left = 1 AND ${inWindow} THEN 1 ELSE 0 END AS is_defector FROM (${made}) AS made`,
    },
  ]
}
