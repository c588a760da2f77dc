// On which days every customer was spoken to: made once for all questions that ask who was left alone.
import type { CalendarDate } from '../schema/index.ts'
import { date, join, raw, sql, type Dialect, type Sql } from '../sql/index.ts'
import { customerKeysOf, type CustomerKey } from './customer-keys.ts'
import { defineTables, type QueryInput } from './rollup.ts'

/** Planned ones are no contact. */
const contacts = (end: CalendarDate, key: CustomerKey): Sql =>
  sql`activities WHERE ${raw(key)} IS NOT NULL AND COALESCE(done, TRUE) AND happened_on <= ${date(end)}`

const latest = raw('MAX(happened_on) AS latest')

/**
 * customer (by this key; null: there is none), latest: one row per customer, the last contact until `end`. Where that is the data end it
 * is read from the table that the rollup made.
 */
export function latestContactsUntil(
  end: CalendarDate,
  key: CustomerKey | null,
  { dialect, present, asOf }: Pick<QueryInput, 'dialect' | 'present' | 'asOf'>,
): Sql {
  if (key === null || !present.has('activities', 'happened_on'))
    return sql`SELECT ${dialect.nullOf('text')} AS customer, ${dialect.nullOf('date')} AS latest WHERE 1 = 0`
  return end === asOf
    ? sql`SELECT customer, latest FROM customer_contacts WHERE link = '${raw(key)}'`
    : sql`SELECT ${raw(key)} AS customer, ${latest} FROM ${contacts(end, key)} GROUP BY ${raw(key)}`
}

/** customer (by this key), days (for `firstAfter`): one row per customer, until the data end. */
export const contactDays = (key: CustomerKey): Sql =>
  sql`SELECT customer, days FROM customer_contacts WHERE link = '${raw(key)}'`

const contactsBy = (key: CustomerKey, end: CalendarDate, dialect: Dialect): Sql =>
  sql`SELECT '${raw(key)}' AS link, ${raw(key)} AS customer, ${latest}, ${dialect.daysOf(raw('happened_on'))} AS days
    FROM ${contacts(end, key)} GROUP BY ${raw(key)}`

export const customerContacts = defineTables({
  id: 'customer-contacts',
  reads: { activities: ['customer', 'customer_id', 'happened_on', 'done'] },
  shared({ present, dialect, asOf }) {
    const keys = present.has('activities', 'happened_on') ? customerKeysOf(present, 'activities') : []
    const parts = keys.map((key) => contactsBy(key, asOf, dialect))
    const none = sql`SELECT ${dialect.nullOf('text')} AS link, ${dialect.nullOf('text')} AS customer,
      ${dialect.nullOf('date')} AS latest, ${dialect.nullOf('date')} AS days WHERE 1 = 0`
    return [{ name: 'customer_contacts', sql: join(parts, ' UNION ALL ', none) }]
  },
})
