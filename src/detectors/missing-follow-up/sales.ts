// Every won deal with the first contact after it: made once, read by every query and by the rows behind findings.
import type { CalendarDate } from '../../schema/index.ts'
import { date, integer, join, raw, sql, text, type Sql } from '../../sql/index.ts'
import type { CustomerKey } from '../../rollups/customer-keys.ts'
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
const contactLink = ({ present }: Input): CustomerKey | null => customerLink(present, 'deals', 'activities')

/** The keys by which other tables find the customer of a sale, each once. */
const linksOf = (input: Input): readonly CustomerKey[] => {
  const { present } = input
  const links = [
    contactLink(input),
    customerLink(present, 'deals', 'surveys'),
    customerLink(present, 'deals', 'customers'),
  ]
  return [...new Set(links.filter((link) => link !== null))]
}

function sales(input: Input): Sql {
  const links = linksOf(input).map((link) => sql`${raw(link)}, `)
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

const sold = raw('missing_follow_up_sold')

/** Of every sale what a contact is found by: the wide rows are read once more at the end only. */
function soldTable(input: Input): Sql {
  const link = contactLink(input)
  const buyer = link === null ? input.dialect.nullOf('text') : raw(link)
  return sql`SELECT number, deal_id, ${buyer} AS buyer, closed_on FROM (${sales(input)}) AS sale`
}

/** The first contact after the day of the sale: of the deal, or of its customer, also about something else. */
function judged(input: Input): Sql {
  const { dialect, options, present } = input
  const end = sql`${date(contactsEnd(input))}`
  const age = dialect.daysBetween(raw('closed_on'), end)
  const lag = dialect.daysBetween(raw('closed_on'), raw('first_contact'))
  const within = sql`${integer(options.withinDays)}`
  const link = contactLink(input)
  const ways: Sql[] = []
  if (link !== null)
    ways.push(
      sql`SELECT sold.number AS number, contact.happened_on AS contacted_on FROM ${dialect.nearestBeyond(
        sql`${sold} AS sold`,
        sql`(${contacts(input, sql`${raw(link)} AS buyer, happened_on`)}) AS contact`,
        raw('contact.buyer = sold.buyer'),
        raw('contact.happened_on > sold.closed_on'),
      )}`,
    )
  if (present.has('deals', 'deal_id') && present.has('activities', 'deal_id'))
    ways.push(sql`SELECT sold.number AS number, contact.happened_on AS contacted_on
      FROM ${sold} AS sold JOIN (${contacts(input, raw('deal_id, happened_on'))}) AS contact ON contact.deal_id = sold.deal_id
      WHERE contact.happened_on > sold.closed_on`)
  const none = sql`SELECT number, ${dialect.nullOf('date')} AS contacted_on FROM ${sold} AS sold WHERE 1 = 0`
  const met = sql`SELECT number, MIN(contacted_on) AS first_contact FROM (${join(ways, ' UNION ALL ', none)}) AS contacted
    WHERE contacted_on IS NOT NULL GROUP BY number`
  const keys = join(
    linksOf(input).map((key) => sql`${raw(key)}, `),
    '',
  )
  return sql`SELECT sale.number AS number, deal_id, ${keys} closed_on, "owner", segment, amount, currency, ${lag} AS lag, ${age} AS age, in_days,
      CASE WHEN in_days = 1 AND ${age} >= ${within} THEN 1 ELSE 0 END AS due, CASE WHEN ${lag} <= ${within} THEN 0 ELSE 1 END AS hit
    FROM (${sales(input)}) AS sale LEFT JOIN (${met}) AS met ON met.number = sale.number`
}

export const sharedOf = (input: Input): readonly SharedTable[] => [
  { name: 'missing_follow_up_sold', sql: soldTable(input) },
  { name: 'missing_follow_up_judged', sql: judged(input) },
]
