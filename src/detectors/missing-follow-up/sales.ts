// Every won deal with the first contact after it: made once, read by every query and by the rows behind findings.
import type { CalendarDate } from '../../schema/index.ts'
import { date, integer, join, raw, sql, text, type Sql } from '../../sql/index.ts'
import { customerLink } from '../customer-link.ts'
import type { DetectorInput, SharedTable } from '../detector.ts'
import { judgedDays, onDays } from '../judged-days.ts'
import type { Options } from './options.ts'

export type Input = DetectorInput<Options>

/** Contacts are known until here: a sale after it has not been followed up yet, as far as anybody can tell. */
export const contactsEnd = ({ asOf, horizon }: Pick<Input, 'asOf' | 'horizon'>): CalendarDate => {
  const last = horizon('activities')
  return last < asOf ? last : asOf
}

/** The key by which contacts find the customer of a deal; null where only the deal can tell. */
export const contactLink = ({ present }: Input): 'customer_id_key' | 'customer_key' | null =>
  customerLink(present, 'deals', 'activities')

function sales(input: Input): Sql {
  const { dialect, present } = input
  const days = judgedDays(input)
  const known = sql`closed_on <= ${date(input.asOf)}`
  const orNull = (key: string | null): Sql => (key === null ? dialect.nullOf('text') : raw(key))
  // A credit note is no sale.
  return sql`SELECT deal_id, ${orNull(contactLink(input))} AS customer, ${orNull(customerLink(present, 'deals', 'surveys'))} AS surveyed,
      ${orNull(customerLink(present, 'deals', 'customers'))} AS account, closed_on, owner_key, "owner", segment, amount, currency,
      CASE WHEN ${onDays(raw('closed_on'), days)} THEN 1 ELSE 0 END AS in_days,
      ROW_NUMBER() OVER () AS number
    FROM deals WHERE status = 'won' AND ${known} AND CASE WHEN amount < 0 THEN 0 ELSE 1 END = 1`
}

function contacts(input: Input): Sql {
  const { dialect, options } = input
  const key = contactLink(input)
  const folded = dialect.foldText(raw('kind'))
  const kinds = options.kinds.map((kind) => sql`${text(kind.trim().toLowerCase())}`)
  return sql`SELECT deal_id, ${key === null ? dialect.nullOf('text') : raw(key)} AS customer, happened_on FROM activities
    WHERE happened_on <= ${date(contactsEnd(input))} AND CASE WHEN done = FALSE THEN 0 ELSE 1 END = 1
      ${kinds.length === 0 ? sql`` : sql`AND ${folded} IN (${join(kinds, ', ')})`}`
}

/**
 * The first contact after the day of the sale: of the deal, or of its customer, also about something else. One pass over a customer's
 * days, newest first, carries the earliest contact so far: no customer with thousands of both can blow it up.
 */
function judged(input: Input): Sql {
  const { dialect, options } = input
  const end = sql`${date(contactsEnd(input))}`
  const age = dialect.daysBetween(raw('sale.closed_on'), end)
  const lag = dialect.daysBetween(raw('sale.closed_on'), raw('met.first_contact'))
  const within = sql`${integer(options.withinDays)}`
  return sql`WITH events AS (
      SELECT customer, closed_on AS "day", 1 AS is_sale, number, ${dialect.nullOf('date')} AS contact
        FROM missing_follow_up_sales WHERE customer IS NOT NULL
      UNION ALL SELECT customer, happened_on AS "day", 0 AS is_sale, 0 AS number, happened_on AS contact
        FROM missing_follow_up_contacts WHERE customer IS NOT NULL),
    carried AS (
      SELECT number, is_sale, MIN(contact) OVER (PARTITION BY customer ORDER BY "day" DESC, is_sale DESC, number
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS contact FROM events),
    met AS (SELECT number, MIN(contact) AS first_contact FROM (
        SELECT number, contact FROM carried WHERE is_sale = 1 AND contact IS NOT NULL
        UNION ALL SELECT sold.number AS number, named.happened_on AS contact
          FROM missing_follow_up_sales AS sold JOIN missing_follow_up_contacts AS named ON named.deal_id = sold.deal_id
          WHERE named.happened_on > sold.closed_on) AS contacts_after GROUP BY number)
    SELECT sale.number AS number, sale.deal_id AS deal_id, sale.surveyed AS surveyed, sale.account AS account,
      sale.closed_on AS closed_on, sale.owner_key AS owner_key, sale."owner" AS "owner", sale.segment AS segment,
      sale.amount AS amount, sale.currency AS currency, ${lag} AS lag, ${age} AS age, sale.in_days AS in_days,
      CASE WHEN sale.in_days = 1 AND ${age} >= ${within} THEN 1 ELSE 0 END AS due,
      CASE WHEN ${lag} <= ${within} THEN 0 ELSE 1 END AS hit
    FROM missing_follow_up_sales AS sale LEFT JOIN met ON met.number = sale.number`
}

export const sharedOf = (input: Input): readonly SharedTable[] => [
  { name: 'missing_follow_up_sales', sql: sales(input) },
  { name: 'missing_follow_up_contacts', sql: contacts(input) },
  { name: 'missing_follow_up_judged', sql: judged(input) },
]
