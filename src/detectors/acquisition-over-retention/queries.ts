// The SQL beside the decision that reads it: counts over the table of customers, and over invoices.
import { salesRows } from '../../rollups/sales.ts'
import { date, integer, join, raw, sql, text, type Sql } from '../../sql/index.ts'
import { customerLink } from '../customer-link.ts'
import { accounts } from './accounts.ts'
import { basisOf, daysBefore, endOf, type Input } from './basis.ts'
import type { Rows } from './rows.ts'

/** Defectors returned one by one, per currency. */
const mostListed = 100

const positive = (column: string): Sql => raw(`(CASE WHEN ${column} > 0 THEN ${column} ELSE 0 END)`)

function movement({ dialect }: Input): Sql {
  const moved = raw(`CASE WHEN end_value IS NULL THEN 'unknown'
      WHEN COALESCE(start_value, 0) <= 0 THEN CASE WHEN end_value > 0 THEN 'new' ELSE 'none' END
      WHEN end_value <= 0 THEN 'left' WHEN end_value < start_value THEN 'less' ELSE 'more' END`)
  return sql`SELECT currency, moved, COUNT(*) AS customers, COALESCE(SUM(${positive('start_value')}), 0) AS start_value,
      COALESCE(SUM(${positive('end_value')}), 0) AS end_value, ${dialect.sumOfSquares(positive('start_value'))} AS squares,
      COUNT(CASE WHEN start_value < 0 OR end_value < 0 THEN 1 END) AS negatives
    FROM (SELECT currency, start_value, end_value, ${moved} AS moved FROM ${accounts}) AS made
    GROUP BY currency, moved ORDER BY ${dialect.textOrder(raw('currency'))} NULLS LAST, moved`
}

function steps(input: Input): Sql {
  const { dialect, options } = input
  const recent = date(daysBefore(endOf(input), options.recentDays))
  const flags = [
    'at_risk',
    'silent',
    'has_gone',
    'recent',
    'interviewed',
    'tried',
    'regained',
    'recently_regained',
  ]
  const flagged = join(
    flags.map((name) => raw(`${name} = 1 AS ${name}`)),
    ', ',
  )
  const gone = (name: string): Sql => raw(`CASE WHEN is_defector = 1 THEN ${name} ELSE 0 END AS ${name}`)
  return sql`SELECT currency, ${flagged}, COUNT(*) AS customers, COUNT(start_value) AS valued,
      COALESCE(SUM(start_value), 0) AS value
    FROM (SELECT currency, start_value, is_defector AS has_gone, ${gone('interviewed')}, ${gone('tried')},
        CASE WHEN has_left = 0 OR regained_on IS NOT NULL THEN at_risk ELSE 0 END AS at_risk,
        CASE WHEN has_left = 0 AND COALESCE(contacted_on, ${date('0001-01-01')}) < ${recent} THEN 1 ELSE 0 END AS silent,
        CASE WHEN is_defector = 1 AND left_on > ${recent} THEN 1 ELSE 0 END AS recent,
        CASE WHEN is_defector = 1 AND regained_on IS NOT NULL THEN 1 ELSE 0 END AS regained,
        CASE WHEN regained_on > ${recent} THEN 1 ELSE 0 END AS recently_regained
      FROM ${accounts}) AS made
    GROUP BY currency, ${raw(flags.join(', '))}
    ORDER BY ${dialect.textOrder(raw('currency'))} NULLS LAST, ${raw(flags.join(', '))}`
}

function defectors({ dialect }: Input): Sql {
  const by = sql`start_value DESC NULLS LAST, left_on DESC NULLS LAST, ${dialect.textOrder(raw('name'))} NULLS LAST, ${dialect.textOrder(raw('account_id'))} NULLS LAST`
  return sql`SELECT name, owner, left_on, start_value, currency, reason, score, interviewed = 1 AS interviewed, tried = 1 AS tried,
      regained_on IS NOT NULL AS regained
    FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY currency ORDER BY ${by}) AS place FROM ${accounts} WHERE is_defector = 1) AS ranked
    WHERE place <= ${integer(mostListed)} ORDER BY ${dialect.textOrder(raw('currency'))} NULLS LAST, place`
}

function revenue(input: Input): Sql | null {
  const { dialect, present } = input
  if (!present.has('invoices', 'issued_on') || !present.has('invoices', 'amount')) return null
  const key = raw(customerLink(present, 'invoices') ?? 'customer_key')
  const since = input.since === null ? raw('') : sql` WHERE closed_on >= ${date(input.since)}`
  const sold = sql`(SELECT closed_on, currency, amount, kind, ${key} AS buyer FROM (${salesRows('invoices', endOf(input))}) AS sale
    WHERE amount IS NOT NULL)`
  // Only customers with an invoice that does not say its kind need their first one.
  return sql`SELECT ${dialect.quarterOf(raw('closed_on'))} AS quarter, currency, billed_kind, COUNT(*) AS invoices, SUM(amount) AS amount
    FROM (SELECT closed_on, currency, amount, CASE WHEN kind IS NOT NULL THEN kind WHEN first_on IS NULL THEN 'unknown'
          WHEN closed_on = first_on THEN 'first' ELSE 'later' END AS billed_kind
        FROM ${sold} AS sold LEFT JOIN (SELECT buyer AS first_buyer, MIN(closed_on) AS first_on FROM ${sold} AS known
          WHERE buyer IN (SELECT buyer FROM ${sold} AS untold WHERE kind IS NULL AND buyer IS NOT NULL) GROUP BY buyer) AS firsts
          ON first_buyer = buyer${since}) AS made
    GROUP BY ${dialect.quarterOf(raw('closed_on'))}, currency, billed_kind
    ORDER BY quarter, ${dialect.textOrder(raw('currency'))} NULLS LAST, ${dialect.textOrder(raw('billed_kind'))}`
}

function incentives(input: Input): Sql | null {
  const { dialect, present } = input
  if (!present.has('invoices', 'incentive_amount') || !present.has('invoices', 'kind')) return null
  const isPaid = present.has('invoices', 'incentive_paid_on')
    ? sql`incentive_amount > 0 AND incentive_paid_on <= ${date(endOf(input))}`
    : raw('incentive_amount > 0')
  return sql`SELECT kind, currency, COUNT(*) AS invoices, COUNT(CASE WHEN ${isPaid} THEN 1 END) AS paid,
      COALESCE(SUM(CASE WHEN ${isPaid} THEN incentive_amount END), 0) AS amount
    FROM invoices WHERE kind IN ('new', 'expansion', 'renewal') AND COALESCE(status, 'issued') <> 'draft'
      AND issued_on <= ${date(endOf(input))}
    GROUP BY kind, currency ORDER BY ${dialect.textOrder(raw('kind'))}, ${dialect.textOrder(raw('currency'))} NULLS LAST`
}

export function queries(input: Input): { readonly [K in keyof Rows]?: Sql } {
  const basis = basisOf(input.present)
  const [billed, paid] = [revenue(input), incentives(input)]
  const made = {
    ...(billed === null ? {} : { revenue: billed }),
    ...(paid === null ? {} : { incentives: paid }),
  }
  if (basis === 'nothing') return made
  const first =
    basis === 'invoices' ? raw('(SELECT MIN(issued_on) FROM invoices)') : input.dialect.nullOf('date')
  return {
    ...made,
    movement: movement(input),
    steps: steps(input),
    defectors: defectors(input),
    totals: sql`SELECT COUNT(*) AS customers, ${first} AS first_on FROM ${accounts}`,
  }
}

/** Ids of the customers who left or pay less; from invoices, of the last invoice of each who left. */
export function evidenceQuery(input: Input, currency: string | null): Sql {
  const same = currency === null ? raw('currency IS NULL') : sql`currency = ${text(currency)}`
  if (basisOf(input.present) !== 'invoices')
    return sql`SELECT account_id AS id FROM ${accounts} WHERE start_value > 0 AND end_value < start_value AND ${same}`
  const lost = sql`SELECT billed_key FROM ${accounts} WHERE is_defector = 1 AND ${same}`
  const key = raw(customerLink(input.present, 'invoices') ?? 'customer_key')
  return sql`SELECT invoice_id AS id FROM (SELECT invoice_id, ROW_NUMBER() OVER (PARTITION BY ${key}
      ORDER BY issued_on DESC, ${input.dialect.textOrder(raw('invoice_id'))}) AS place
    FROM invoices JOIN (${lost}) AS lost ON billed_key = ${key} WHERE ${same}) AS dated WHERE place = 1`
}
