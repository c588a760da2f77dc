// Every customer with what is missing, and since when it matters: made once, read by every query and by the rows behind findings.
import { date, join, raw, sql, text, type Sql } from '../../sql/index.ts'
import { customerLink } from '../customer-link.ts'
import type { DetectorInput, SharedTable } from '../detector.ts'
import { judgedDays, onDays } from '../judged-days.ts'
import { emptyWords, fieldsOf, type Field } from './fields.ts'
import type { Options } from './options.ts'

export type Input = DetectorInput<Options>

/** What tells that a customer has started: without any of it everybody counts as started. */
export const knowsStart = ({ present }: Pick<Input, 'present'>): boolean =>
  present.has('customers', 'activated_on') || invoiceLink({ present }) !== null

const invoiceLink = ({ present }: Pick<Input, 'present'>) =>
  present.has('invoices', 'issued_on') ? customerLink(present, 'customers', 'invoices') : null

const dealLink = ({ present }: Pick<Input, 'present'>) =>
  present.has('deals', 'status') && present.has('deals', 'closed_on')
    ? customerLink(present, 'customers', 'deals')
    : null

/** A field is missing when its cell is empty, or says that nothing is there. */
export const isMissing = ({ dialect }: Input, field: Field): Sql => {
  const words = join(
    emptyWords.map((word) => sql`${text(word)}`),
    ', ',
  )
  return sql`(${raw(field)} IS NULL OR ${dialect.foldText(raw(field))} IN (${words}))`
}

/** First day per customer, as a relation (customer, day); empty where the tables share no key. `of`: which customers' alone. */
function firstDays(table: 'invoices' | 'deals', key: string | null, input: Input, of = raw('')): Sql {
  const { dialect, asOf } = input
  if (key === null)
    return sql`(SELECT ${dialect.nullOf('text')} AS customer, ${dialect.nullOf('date')} AS "day" WHERE 1 = 0)`
  const day = raw(table === 'invoices' ? 'issued_on' : 'closed_on')
  // Drafts and credit notes start nothing.
  const counts =
    table === 'invoices'
      ? raw(`CASE WHEN status = 'draft' OR kind = 'credit' OR amount < 0 THEN 0 ELSE 1 END = 1`)
      : raw(`status = 'won'`)
  return sql`(SELECT ${raw(key)} AS customer, MIN(${day}) AS "day" FROM ${raw(table)}
    WHERE ${raw(key)} IS NOT NULL AND ${day} <= ${date(asOf)} AND ${counts}${of} GROUP BY ${raw(key)})`
}

const keyOr = (key: string | null, { dialect }: Input): Sql =>
  key === null ? dialect.nullOf('text') : raw(key)

/**
 * `moment`: first invoice or first use, whichever came first; `due`: it has come; `hit`: a required field is empty; `sold`: the day the
 * customer became one, else of the first won deal. `missing_<field>` is 1 or 0.
 */
function judged(input: Input): Sql {
  const { present, options, asOf } = input
  const fields = fieldsOf(options.requiredFields, present).present
  const flags = fields.map(
    (field) => sql`CASE WHEN ${isMissing(input, field)} THEN 1 ELSE 0 END AS ${raw(`missing_${field}`)}`,
  )
  const any = raw(['1 = 0', ...fields.map((field) => `missing_${field} = 1`)].join(' OR '))
  const nps = customerLink(present, 'customers', 'surveys')
  const days = judgedDays(input)
  const started = sql`CASE WHEN activated_on <= ${date(asOf)} AND (invoiced."day" IS NULL OR activated_on < invoiced."day")
      THEN activated_on ELSE invoiced."day" END`
  const within = days.bounded ? sql`WHERE ${onDays(raw('moment'), days)}` : sql``
  const [billed, bought] = [invoiceLink(input), dealLink(input)]
  const undated =
    bought === null
      ? raw('')
      : sql` AND ${raw(bought)} IN (SELECT ${raw(bought)} FROM customers WHERE start_on IS NULL)`
  return sql`SELECT *, ${knowsStart(input) ? raw('CASE WHEN moment IS NOT NULL THEN 1 ELSE 0 END') : raw('1')} AS due,
      CASE WHEN ${any} THEN 1 ELSE 0 END AS hit
    FROM (SELECT COALESCE(customer_id, customers.customer) AS id, "owner", segment, end_value, currency,
        ${keyOr(nps, input)} AS surveyed, COALESCE(start_on, sold."day") AS sold,
        CASE WHEN activated_on <= ${date(asOf)} THEN activated_on END AS used, ended_on, ${started} AS moment
        ${flags.length === 0 ? sql`` : sql`, ${join(flags, ', ')}`}
      FROM customers LEFT JOIN ${firstDays('invoices', billed, input)} AS invoiced ON invoiced.customer = ${keyOr(billed, input)}
      LEFT JOIN ${firstDays('deals', bought, input, undated)} AS sold ON sold.customer = ${keyOr(bought, input)}
    ) AS dated ${within}`
}

export const sharedOf = (input: Input): readonly SharedTable[] => [
  { name: 'incomplete_onboarding_judged', sql: judged(input) },
]
