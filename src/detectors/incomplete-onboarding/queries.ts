// Counts of complete and incomplete customers, from the table that customers.ts makes.
import { date, join, raw, sql, type Dialect, type Sql } from '../../sql/index.ts'
import { customerLink } from '../customer-link.ts'
import { canAskNps } from '../../rollups/latest-answers.ts'
import { npsOfSides } from '../nps-sides.ts'
import { groupCounts } from '../share-groups.ts'
import type { Input } from './customers.ts'
import { fieldsOf, type Field } from './fields.ts'

const counted = (condition: string): Sql => raw(`COUNT(CASE WHEN ${condition} THEN 1 END)`)

const totals = sql`SELECT COUNT(*) AS customers, ${counted('hit = 1')} AS incomplete, ${counted('due = 1')} AS due,
  ${counted('due = 1 AND hit = 1')} AS due_incomplete FROM incomplete_onboarding_judged`

const perField = (fields: readonly Field[]): Sql =>
  sql`SELECT field, missing, due FROM (${join(
    fields.map(
      (field) =>
        sql`SELECT '${raw(field)}' AS field, ${counted(`missing_${field} = 1`)} AS missing, COUNT(*) AS due
          FROM incomplete_onboarding_judged WHERE due = 1`,
    ),
    ' UNION ALL ',
  )}) AS by_field ORDER BY missing DESC, field`

const values = (
  dialect: Dialect,
): Sql => sql`SELECT currency, SUM(end_value) AS value FROM incomplete_onboarding_judged
  WHERE due = 1 AND hit = 1 AND end_value > 0 GROUP BY currency
  ORDER BY value DESC, ${dialect.textOrder(raw('currency'))} NULLS LAST`

/** Whoever has left was watched until then, everybody else until the data end. */
const waiting = ({ dialect, asOf }: Input): Sql => {
  const end = sql`COALESCE(used, CASE WHEN ended_on < ${date(asOf)} THEN ended_on ELSE ${date(asOf)} END)`
  return sql`SELECT hit = 1 AS is_troubled, days, happened, COUNT(*) AS customers
    FROM (SELECT hit, ${dialect.daysBetween(raw('sold'), end)} AS days, used IS NOT NULL AS happened
      FROM incomplete_onboarding_judged WHERE sold IS NOT NULL) AS waited
    WHERE days >= 0 GROUP BY hit, days, happened ORDER BY hit, days, happened`
}

/** One row per customer that answers can be found by. */
const sides = sql`(SELECT surveyed AS customer, MAX(hit) AS troubled, MIN(COALESCE(moment, sold)) AS "day"
  FROM incomplete_onboarding_judged WHERE due = 1 AND surveyed IS NOT NULL AND COALESCE(moment, sold) IS NOT NULL
  GROUP BY surveyed)`

export function queriesOf(input: Input): {
  totals: Sql
  fields?: Sql
  values: Sql
  groups?: Sql
  waiting?: Sql
  nps?: Sql
} {
  const { dialect, present, options } = input
  const fields = fieldsOf(options.requiredFields, present).present
  const columns = (['owner', 'segment'] as const).filter(
    (column) => present.has('customers', column) && !fields.includes(column),
  )
  const groups = groupCounts(
    dialect,
    raw('(SELECT * FROM incomplete_onboarding_judged WHERE due = 1) AS due_customers'),
    columns,
  )
  const surveyed = canAskNps(present) ? customerLink(present, 'customers', 'surveys') : null
  return {
    totals,
    values: values(dialect),
    ...(fields.length === 0 ? {} : { fields: perField(fields) }),
    ...(groups === null ? {} : { groups }),
    ...(present.has('customers', 'activated_on') ? { waiting: waiting(input) } : {}),
    ...(surveyed === null ? {} : { nps: npsOfSides(sides, surveyed, input) }),
  }
}
