// Every won deal with the first contact after it: made once, read by every query and by the rows behind findings.
import type { CalendarDate } from '../../schema/index.ts'
import { date, integer, join, raw, sql, text, type Sql } from '../../sql/index.ts'
import { contactDays } from '../../rollups/customer-contacts.ts'
import type { CustomerKey } from '../../rollups/customer-keys.ts'
import { customerLink } from '../customer-link.ts'
import type { DetectorInput, SharedTable } from '../detector.ts'
import { judgedDays, onDays } from '../judged-days.ts'
import { distinctKeys, sideKeysOf, sidesTable, type SideKeys } from '../nps-sides.ts'
import type { Options } from './options.ts'

export type Input = DetectorInput<Options>

export const dueSales = raw('(SELECT * FROM missing_follow_up_judged WHERE due = 1)')

/** Contacts are known until here: a sale after it has not been followed up yet, as far as anybody can tell. */
export const contactsEnd = ({ asOf, horizon }: Pick<Input, 'asOf' | 'horizon'>): CalendarDate => {
  const last = horizon('activities')
  return last < asOf ? last : asOf
}

/** The key by which contacts find the customer of a deal; null where only the deal can tell. */
const contactLink = ({ present }: Input): CustomerKey | null => customerLink(present, 'deals', 'activities')

/** The keys by which other tables find the customer of a sale. */
function keysOf(input: Input): readonly CustomerKey[] {
  const { answers, stays } = sideKeys(input)
  return distinctKeys(contactLink(input), answers, stays)
}

function sales(input: Input): Sql {
  const links = keysOf(input).map((link) => sql`${raw(link)}, `)
  // A credit note is no sale.
  return sql`SELECT row_number AS number, deal_id, ${join(links, '')} closed_on, "owner", segment, amount, currency,
      CASE WHEN ${onDays(raw('closed_on'), judgedDays(input))} THEN 1 ELSE 0 END AS in_days
    FROM deals WHERE status = 'won' AND closed_on <= ${date(input.asOf)} AND CASE WHEN amount < 0 THEN 0 ELSE 1 END = 1`
}

/** Contacts that count, until they end; `columns` of them. */
export function contacts(input: Input, columns: Sql): Sql {
  const { dialect, options } = input
  const folded = dialect.foldText(raw('kind'))
  const kinds = options.kinds.map((kind) => sql`${text(kind.trim().toLowerCase())}`)
  return sql`SELECT ${columns} FROM activities
    WHERE happened_on <= ${date(contactsEnd(input))} AND CASE WHEN done = FALSE THEN 0 ELSE 1 END = 1
      ${kinds.length === 0 ? sql`` : sql`AND ${folded} IN (${join(kinds, ', ')})`}`
}

/** customer, days: when the customers of sales were spoken to; null where only the deal can tell. */
function customerDays(input: Input): { readonly key: CustomerKey; readonly days: Sql } | null {
  const { dialect, options } = input
  const key = contactLink(input)
  if (key === null) return null
  if (options.kinds.length === 0) return { key, days: contactDays(key) }
  const counting = contacts(input, sql`${raw(key)} AS customer, happened_on`)
  return {
    key,
    days: sql`SELECT customer, ${dialect.daysOf(raw('happened_on'))} AS days FROM (${counting}) AS counting
      WHERE customer IS NOT NULL GROUP BY customer`,
  }
}

/** number, first_on: the first contact about a deal after the day it was won; null where none names its deal. */
function dealContacts(input: Input): Sql | null {
  const { present } = input
  return present.has('deals', 'deal_id') && present.has('activities', 'deal_id')
    ? sql`SELECT number, MIN(happened_on) AS first_on
        FROM (${contacts(input, raw('deal_id AS of_deal, happened_on'))}) AS contact JOIN (${sales(input)}) AS sold
          ON of_deal = sold.deal_id AND happened_on > sold.closed_on
        GROUP BY number`
    : null
}

/** The first contact after the day of the sale: of the deal, or of its customer, also about something else. */
function judged(input: Input): Sql {
  const { dialect, options } = input
  const end = sql`${date(contactsEnd(input))}`
  const age = dialect.daysBetween(raw('closed_on'), end)
  const lag = dialect.daysBetween(raw('closed_on'), raw('first_contact'))
  const within = sql`${integer(options.withinDays)}`
  const customer = customerDays(input)
  const deal = dealContacts(input)
  const byCustomer =
    customer === null
      ? { first: dialect.nullOf('date'), join: sql`` }
      : {
          first: dialect.firstAfter(raw('known.days'), raw('sale.closed_on')),
          join: sql`LEFT JOIN (${customer.days}) AS known ON known.customer = sale.${raw(customer.key)}`,
        }
  const byDeal =
    deal === null
      ? { first: dialect.nullOf('date'), join: sql`` }
      : { first: raw('met.first_on'), join: sql`LEFT JOIN (${deal}) AS met ON met.number = sale.number` }
  const keys = join(
    keysOf(input).map((key) => sql`${raw(key)}, `),
    '',
  )
  return sql`SELECT number, deal_id, ${keys} closed_on, "owner", segment, amount, currency, ${lag} AS lag, ${age} AS age, in_days,
      CASE WHEN in_days = 1 AND ${age} >= ${within} THEN 1 ELSE 0 END AS due, CASE WHEN ${lag} <= ${within} THEN 0 ELSE 1 END AS hit
    FROM (SELECT *, CASE WHEN of_customer <= COALESCE(of_deal, ${end}) THEN of_customer ELSE of_deal END AS first_contact
      FROM (SELECT sale.*, ${byCustomer.first} AS of_customer, ${byDeal.first} AS of_deal
        FROM (${sales(input)}) AS sale ${byCustomer.join} ${byDeal.join}) AS spoken_to) AS contacted`
}

export const sidesName = 'missing_follow_up_sides'
export const sideKeys = ({ present }: Input): SideKeys => sideKeysOf(present, 'deals')

export const sharedOf = (input: Input): readonly SharedTable[] => [
  { name: 'missing_follow_up_judged', sql: judged(input) },
  // The latest due sale says on which side the customer is.
  sidesTable(
    sidesName,
    sideKeys(input),
    {
      rows: dueSales,
      when: 'closed_on',
      day: raw('closed_on'),
      order: sql`${input.dialect.textOrder(raw('deal_id'))} DESC NULLS LAST, number DESC`,
    },
    input,
  ),
]
