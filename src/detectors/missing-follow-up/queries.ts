// Counts of sales with and without a contact, from the tables that sales.ts makes. `hit` is the trouble: no contact in time.
import { raw, sql, type Dialect, type Sql } from '../../sql/index.ts'
import { customerLink, type CustomerKey } from '../customer-link.ts'
import { canAskNps, npsOfSides } from '../nps-sides.ts'
import { groupCounts } from '../share-groups.ts'
import { contacts, type Input } from './sales.ts'

const counted = (condition: string): Sql => raw(`COUNT(CASE WHEN ${condition} THEN 1 END)`)

const totals = (
  input: Input,
): Sql => sql`SELECT ${counted('in_days = 1')} AS won, ${counted('in_days = 1 AND hit = 0')} AS contacted,
    ${counted('in_days = 1 AND lag IS NULL')} AS never,
    ${counted('due = 1')} AS due, ${counted('due = 1 AND hit = 0')} AS in_time,
    ${counted('due = 1 AND hit = 1 AND lag IS NOT NULL')} AS late,
    (SELECT COUNT(*) FROM (${contacts(input, raw('happened_on'))}) AS counting) AS contacts,
    ${counted('lag IS NOT NULL')} AS met,
    (SELECT COUNT(*) FROM deals WHERE status = 'won' AND closed_on IS NULL) AS undated
  FROM missing_follow_up_judged`

const values = (
  dialect: Dialect,
): Sql => sql`SELECT currency, SUM(CASE WHEN hit = 1 THEN amount ELSE 0 END) AS missing,
    SUM(amount) AS value FROM missing_follow_up_judged WHERE due = 1 AND amount > 0
  GROUP BY currency ORDER BY value DESC, ${dialect.textOrder(raw('currency'))} NULLS LAST`

// A sale on the last day known has been waited for none at all.
const waiting = sql`SELECT COALESCE(lag, age) AS days, lag IS NOT NULL AS happened, COUNT(*) AS sales
  FROM missing_follow_up_judged WHERE in_days = 1 AND age >= 0 GROUP BY COALESCE(lag, age), lag IS NOT NULL ORDER BY days, happened`

/** One row per customer: the latest due sales say on which side the customer is, one that was forgotten is enough. */
const sides = (
  key: CustomerKey,
): Sql => sql`(SELECT sale.${raw(key)} AS customer, MAX(hit) AS troubled, MAX(closed_on) AS "day"
  FROM missing_follow_up_judged AS sale JOIN (SELECT ${raw(key)} AS customer, MAX(closed_on) AS latest FROM missing_follow_up_judged
    WHERE due = 1 AND ${raw(key)} IS NOT NULL GROUP BY ${raw(key)}) AS last_sale
    ON last_sale.customer = sale.${raw(key)} AND closed_on = latest
  WHERE due = 1 GROUP BY sale.${raw(key)})`

const kept = (
  key: CustomerKey,
): Sql => sql`SELECT side.troubled = 1 AS is_troubled, COUNT(*) AS customers, ${counted('stayed = 1')} AS kept
  FROM ${sides(key)} AS side JOIN (
    SELECT ${raw(key)} AS customer, MIN(CASE WHEN renewed THEN 1 WHEN renewed = FALSE OR status = 'churned' THEN 0 ELSE 1 END) AS stayed
    FROM customers WHERE renewed IS NOT NULL OR status IS NOT NULL GROUP BY ${raw(key)}) AS known ON known.customer = side.customer
  GROUP BY side.troubled ORDER BY side.troubled`

export function queriesOf(input: Input): {
  totals: Sql
  values: Sql
  groups?: Sql
  waiting: Sql
  nps?: Sql
  kept?: Sql
} {
  const { dialect, present } = input
  const columns = (['owner', 'segment'] as const).filter((column) => present.has('deals', column))
  const groups = groupCounts(
    dialect,
    raw('(SELECT * FROM missing_follow_up_judged WHERE due = 1) AS due_sales'),
    columns,
  )
  const surveyed = canAskNps(present) ? customerLink(present, 'deals', 'surveys') : null
  const account = customerLink(present, 'deals', 'customers')
  const knowsStay = present.has('customers', 'renewed') || present.has('customers', 'status')
  return {
    totals: totals(input),
    values: values(dialect),
    waiting,
    ...(groups === null ? {} : { groups }),
    ...(surveyed === null ? {} : { nps: npsOfSides(sides(surveyed), surveyed) }),
    ...(account === null || !knowsStay ? {} : { kept: kept(account) }),
  }
}
