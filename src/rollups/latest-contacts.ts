// When every customer was last spoken to: made once for all questions that ask who was left alone.
import type { CalendarDate } from '../schema/index.ts'
import { date, join, raw, sql, type Dialect, type Sql } from '../sql/index.ts'
import { customerKeysOf, type CustomerKey } from './customer-keys.ts'
import { defineTables, type QueryInput } from './rollup.ts'

/** Planned ones are no contact. */
const contactsUntil = (end: CalendarDate, key: CustomerKey): Sql =>
  sql`SELECT ${raw(key)} AS customer, MAX(happened_on) AS latest FROM activities
    WHERE ${raw(key)} IS NOT NULL AND COALESCE(done, TRUE) AND happened_on <= ${date(end)} GROUP BY ${raw(key)}`

const nobody = (dialect: Dialect): Sql =>
  sql`SELECT ${dialect.nullOf('text')} AS customer, ${dialect.nullOf('date')} AS latest WHERE 1 = 0`

/**
 * customer (by this key; null: there is none), latest: one row per customer, the last contact until `end`. Where that is the data end it
 * is read from the table that the rollup made.
 */
export function latestContactsUntil(
  end: CalendarDate,
  key: CustomerKey | null,
  { dialect, present, asOf }: Pick<QueryInput, 'dialect' | 'present' | 'asOf'>,
): Sql {
  if (key === null || !present.has('activities', 'happened_on')) return nobody(dialect)
  return end === asOf
    ? sql`SELECT customer, latest FROM latest_contacts WHERE link = '${raw(key)}'`
    : contactsUntil(end, key)
}

export const latestContacts = defineTables({
  id: 'latest-contacts',
  reads: { activities: ['customer', 'customer_id', 'happened_on', 'done'] },
  shared({ present, dialect, asOf }) {
    const keys = present.has('activities', 'happened_on') ? customerKeysOf(present, 'activities') : []
    const parts = keys.map(
      (key) => sql`SELECT '${raw(key)}' AS link, found.* FROM (${contactsUntil(asOf, key)}) AS found`,
    )
    const none = sql`SELECT ${dialect.nullOf('text')} AS link, nobody.* FROM (${nobody(dialect)}) AS nobody`
    return [{ name: 'latest_contacts', sql: join(parts, ' UNION ALL ', none) }]
  },
})
