// Counts of sales with and without a contact, from the tables that sales.ts makes. `hit` is the trouble: no contact in time.
import { raw, sql, type Dialect, type Sql } from '../../sql/index.ts'
import { sideQueries } from '../nps-sides.ts'
import { groupCounts } from '../share-groups.ts'
import { contacts, dueSales, sideKeys, sidesName, type Input } from './sales.ts'

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
  const groups = groupCounts(dialect, sql`${dueSales} AS due_sales`, columns)
  return {
    totals: totals(input),
    values: values(dialect),
    waiting,
    ...(groups === null ? {} : { groups }),
    ...sideQueries(sidesName, sideKeys(input), input),
  }
}
