// When every customer was last spoken to: made once for all questions that ask who was left alone.
import type { CalendarDate } from '../schema/index.ts'
import { date, join, raw, sql, type Sql } from '../sql/index.ts'
import { defineRollup } from './rollup.ts'

const keys = { customer: 'customer_key', customer_id: 'customer_id_key' } as const
type Key = (typeof keys)[keyof typeof keys]

/** name, latest: one row per customer, the last contact until `end`. Planned ones are no contact. */
const contactsBy = (key: Key, end: CalendarDate): Sql =>
  sql`SELECT ${raw(key)} AS name, MAX(happened_on) AS latest FROM activities
    WHERE ${raw(key)} IS NOT NULL AND COALESCE(done, TRUE) AND happened_on <= ${date(end)} GROUP BY ${raw(key)}`

/** The same, from the table all questions share where the data end on that day. */
export const latestContacts = (key: Key, end: CalendarDate, asOf: CalendarDate): Sql =>
  end === asOf
    ? sql`SELECT name, latest FROM latest_contacts WHERE link = '${raw(key)}'`
    : contactsBy(key, end)

/** link (the key, so that one table serves both), name, latest. */
export const contacts = defineRollup({
  id: 'latest-contacts',
  reads: { activities: ['customer', 'customer_id', 'happened_on', 'done'] },
  rows: { customers: 'integer' },
  shared({ present, dialect, asOf }) {
    const known = present.has('activities', 'happened_on')
      ? (['customer', 'customer_id'] as const).filter((column) => present.has('activities', column))
      : []
    const parts = known.map(
      (column) =>
        sql`SELECT '${raw(keys[column])}' AS link, name, latest FROM (${contactsBy(keys[column], asOf)}) AS found`,
    )
    const none = sql`SELECT ${dialect.nullOf('text')} AS link, ${dialect.nullOf('text')} AS name,
      ${dialect.nullOf('date')} AS latest WHERE 1 = 0`
    return [{ name: 'latest_contacts', sql: join(parts, ' UNION ALL ', none) }]
  },
  query: () => sql`SELECT COUNT(*) AS customers FROM latest_contacts`,
})
