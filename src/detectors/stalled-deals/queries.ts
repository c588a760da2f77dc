// The SQL beside the decision that reads it. One state per deal on the last day of the data, and its age in days.
import { date, integer, join, raw, sql, text, type Dialect, type Sql } from '../../sql/index.ts'
import type { SharedTable } from '../detector.ts'
import { groupKey } from '../share-groups.ts'
import { endOf, type Input } from './reach.ts'
import type { Rows } from './rows.ts'
import { stuckDeals } from './stage-stays.ts'

/** Owners counted one by one; the rest are taken together. */
export const mostOwners = 200
/** Open deals returned one by one. */
export const mostOldest = 500

const columns = raw('row_number, deal_id, owner, created_on, closed_on, expected_close_on, amount, currency')

/** A deal closed after the last day was open on it. A closed deal without a day keeps its state and has no age. */
function deals(input: Input): Sql {
  const end = date(endOf(input))
  return sql`SELECT ${columns}, state, ${input.dialect.daysBetween(raw('created_on'), sql`CASE WHEN state = 'open' THEN ${end} ELSE closed_on END`)} AS age
    FROM (SELECT ${columns}, CASE WHEN created_on > ${end} THEN 'later' WHEN status <> 'open' AND closed_on > ${end} THEN 'open'
        ELSE status END AS state
      FROM deals WHERE status IS NOT NULL) AS stated`
}

const openName = 'stalled_deals_open'
const openDeals = raw(openName)

/** The open deals with their ages, made once: they are read by owner, by age and as evidence. */
export const sharedTables = (input: Input): readonly SharedTable[] => [
  {
    name: openName,
    sql: sql`SELECT row_number AS number, deal_id, owner, expected_close_on, amount, currency, age
      FROM (${deals(input)}) AS dated WHERE state = 'open'`,
  },
]

/** How long deals take is learned from those created since the day asked for; what is open is looked at whole, whatever its age. */
function cycles(input: Input): Sql {
  const since = input.since === null ? raw('') : sql` WHERE created_on >= ${date(input.since)}`
  return sql`SELECT state, age, COUNT(*) AS deals, COUNT(CASE WHEN state = 'open' AND closed_on > ${date(endOf(input))} THEN 1 END) AS closed_later
    FROM (${deals(input)}) AS dated${since} GROUP BY state, age ORDER BY state, age NULLS LAST`
}

function open(input: Input): Sql {
  const { dialect } = input
  const end = date(endOf(input))
  const overdue = sql`CASE WHEN expected_close_on < ${end} THEN 1 ELSE 0 END`
  const stuck = stuckDeals(input, endOf(input))
  const isStuck = stuck === null ? raw('0') : raw('CASE WHEN stuck.deal IS NULL THEN 0 ELSE 1 END')
  const from = stuck === null ? raw('') : sql` LEFT JOIN (${stuck}) AS stuck ON stuck.deal = dated.number`
  const order = ['owner_key', 'currency'].map((name) => sql`${dialect.textOrder(raw(name))} NULLS LAST`)
  const groups = raw('shown, place > 0 AND shown IS NULL, currency, age, overdue, stuck')
  // `place` is 0 for deals without an owner: they are a group of their own, whatever their number.
  return sql`WITH pipeline AS (
      SELECT owner, ${groupKey('owner', dialect)} AS owner_key, currency, age, overdue, stuck, deals, valued, amount FROM (
        SELECT owner, currency, age, overdue, stuck, COUNT(*) AS deals, COUNT(amount) AS valued, SUM(amount) AS amount FROM (
          SELECT owner, currency, age, amount, ${overdue} AS overdue, ${isStuck} AS stuck FROM ${openDeals} AS dated${from}) AS told
        GROUP BY owner, currency, age, overdue, stuck) AS labelled),
    sized AS (
      SELECT owner_key AS sized_key, MIN(${dialect.textOrder(raw('owner'))}) AS label,
        ROW_NUMBER() OVER (ORDER BY SUM(deals) DESC, ${dialect.textOrder(raw('owner_key'))}) AS place
      FROM pipeline WHERE owner_key IS NOT NULL GROUP BY owner_key),
    placed AS (
      SELECT pipeline.*, COALESCE(place, 0) AS place, CASE WHEN place <= ${integer(mostOwners)} THEN owner_key END AS shown,
        CASE WHEN place <= ${integer(mostOwners)} THEN label END AS label
      FROM pipeline LEFT JOIN sized ON sized_key = owner_key)
    SELECT * FROM (SELECT shown AS owner_key, MIN(label) AS label, place > 0 AND shown IS NULL AS other, currency, age, overdue = 1 AS overdue,
      stuck = 1 AS stuck, CAST(SUM(deals) AS BIGINT) AS deals, CAST(SUM(valued) AS BIGINT) AS valued, COALESCE(SUM(amount), 0) AS amount
    FROM placed GROUP BY ${groups}) AS grouped ORDER BY other, ${join(order, ', ')}, age NULLS LAST, overdue, stuck`
}

/** Ages first, which are cheap to order: few deals are as old as that, and only of those more is read. */
const oldest = (input: Input): Sql => {
  const { dialect } = input
  const order = ['aged.deal_id', 'name'].map((name) => sql`${dialect.textOrder(raw(name))} NULLS LAST`)
  return sql`SELECT aged.deal_id AS deal_id, COALESCE(deals.customer, deals.deal_name) AS name, aged.owner AS owner, deals.stage AS stage,
      age, aged.expected_close_on AS expected_close_on, aged.amount AS amount, aged.currency AS currency
    FROM (SELECT * FROM ${openDeals} WHERE age >= (SELECT MIN(age) FROM (SELECT age FROM ${openDeals} WHERE age > 0
      ORDER BY age DESC LIMIT ${raw(String(mostOldest))}) AS ages)) AS aged JOIN deals ON deals.row_number = aged.number
    ORDER BY age DESC, ${join(order, ', ')}, aged.amount NULLS LAST LIMIT ${raw(String(mostOldest))}`
}

export const queries = (input: Input): { readonly [K in keyof Rows]?: Sql } => ({
  cycles: cycles(input),
  open: open(input),
  oldest: oldest(input),
})

/** Ids of the open deals older than this, of one owner or of all. */
export const olderThan = (days: number, ownerKey: string | null, dialect: Dialect): Sql =>
  sql`SELECT deal_id AS id FROM ${openDeals} WHERE age > ${integer(days)}${
    ownerKey === null ? raw('') : sql` AND ${groupKey('owner', dialect)} = ${text(ownerKey)}`
  }`
