// When every customer was last spoken to: made once for all questions that ask who was left alone.
import type { CalendarDate } from '../schema/index.ts'
import { date, join, raw, sql, type Sql } from '../sql/index.ts'
import { customerKeysOf, type CustomerKey } from './customer-keys.ts'
import { defineRollup } from './rollup.ts'

/** name, latest: one row per customer, the last contact until `end`. Planned ones are no contact. */
const contactsBy = (key: CustomerKey, end: CalendarDate): Sql =>
  sql`SELECT ${raw(key)} AS name, MAX(happened_on) AS latest FROM activities
    WHERE ${raw(key)} IS NOT NULL AND COALESCE(done, TRUE) AND happened_on <= ${date(end)} GROUP BY ${raw(key)}`

/** The same, from the table all questions share where the data end on that day. */
export const latestContacts = (key: CustomerKey, end: CalendarDate, asOf: CalendarDate): Sql =>
  end === asOf
    ? sql`SELECT name, latest FROM latest_contacts WHERE link = '${raw(key)}'`
    : contactsBy(key, end)

/** link (the key, so that one table serves both), name, latest. */
export const contacts = defineRollup({
  id: 'latest-contacts',
  reads: { activities: ['customer', 'customer_id', 'happened_on', 'done'] },
  rows: { customers: 'integer' },
  shared({ present, dialect, asOf }) {
    const known = present.has('activities', 'happened_on') ? customerKeysOf(present, 'activities') : []
    const parts = known.map(
      (key) => sql`SELECT '${raw(key)}' AS link, name, latest FROM (${contactsBy(key, asOf)}) AS found`,
    )
    const none = sql`SELECT ${dialect.nullOf('text')} AS link, ${dialect.nullOf('text')} AS name,
      ${dialect.nullOf('date')} AS latest WHERE 1 = 0`
    return [{ name: 'latest_contacts', sql: join(parts, ' UNION ALL ', none) }]
  },
  query: () => sql`SELECT COUNT(*) AS customers FROM latest_contacts`,
})
