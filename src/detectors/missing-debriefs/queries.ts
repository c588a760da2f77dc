// Counts of losses and debriefs, from the tables that losses.ts makes.
import { number, raw, sql, type Dialect, type Sql } from '../../sql/index.ts'
import { groupCounts, type GroupColumn } from '../share-groups.ts'
import { judgedLosses, type Input } from './losses.ts'

/** Pairs of reasons read, the most frequent first. */
const mostPairs = 5000

/** How a debrief was held, as conditions on missing_debriefs_held. */
export const heldSameDay = sql`(held_on = "day" OR same_call)`
export const heldLong = (maxMinutes: number): Sql => sql`minutes > ${number(maxMinutes)}`
export const heldByOwner = sql`held_by_key = owner_key`

const counted = (condition: Sql): Sql => sql`COUNT(CASE WHEN ${condition} THEN 1 END)`

const losses = (condition: Sql): Sql =>
  sql`CAST(SUM(CASE WHEN ${condition} THEN losses ELSE 0 END) AS BIGINT)`

const coverage = sql`SELECT kind, ${losses(sql`TRUE`)} AS losses, ${losses(sql`hit = 1`)} AS debriefed, ${losses(sql`due = 1`)} AS due,
    ${losses(sql`due = 1 AND hit = 1`)} AS due_debriefed, ${losses(sql`beyond = 1`)} AS beyond
  FROM missing_debriefs_counted GROUP BY kind ORDER BY kind`

const values = (input: Input): Sql => sql`SELECT kind, currency, COUNT(*) AS valued,
    SUM(CASE WHEN hit = 1 THEN amount ELSE 0 END) AS asked, SUM(amount) AS value,
    ${input.dialect.sumOfSquares(raw('amount'))} AS squares
  FROM ${judgedLosses(input)} WHERE due = 1 AND amount > 0
  GROUP BY kind, currency ORDER BY kind, value DESC, ${input.dialect.textOrder(raw('currency'))} NULLS LAST`

const found = (condition: Sql): Sql => counted(sql`in_days = 1 AND ${condition}`)

const conduct = (maxMinutes: number): Sql =>
  sql`SELECT COUNT(*) AS debriefs, COUNT(loss) AS matched, ${counted(sql`in_days = 1`)} AS in_days,
      ${found(heldSameDay)} AS same_day,
      ${found(sql`((held_on IS NOT NULL AND "day" IS NOT NULL) OR same_call IS NOT NULL)`)} AS day_known,
      ${found(heldLong(maxMinutes))} AS long, ${found(sql`minutes IS NOT NULL`)} AS timed, ${found(heldByOwner)} AS by_owner,
      ${found(sql`held_by_key IS NOT NULL AND owner_key IS NOT NULL`)} AS holder_known
    FROM missing_debriefs_held`

const reasons = (
  dialect: Dialect,
): Sql => sql`SELECT on_file, told, COUNT(*) AS debriefs FROM missing_debriefs_held
  WHERE in_days = 1 AND on_file IS NOT NULL AND told IS NOT NULL GROUP BY on_file, told
  ORDER BY debriefs DESC, ${dialect.textOrder(raw('on_file'))}, ${dialect.textOrder(raw('told'))} LIMIT ${raw(String(mostPairs))}`

export function queriesOf(input: Input): {
  coverage: Sql
  values: Sql
  groups?: Sql
  conduct: Sql
  reasons: Sql
} {
  const { dialect, present, options } = input
  const columns = (['owner', 'segment'] as const satisfies readonly GroupColumn[]).filter(
    (column) => present.has('deals', column) || present.has('customers', column),
  )
  const groups = groupCounts(
    dialect,
    raw('(SELECT * FROM missing_debriefs_counted WHERE due = 1) AS due_losses'),
    columns,
    raw('losses'),
  )
  return {
    coverage,
    values: values(input),
    ...(groups === null ? {} : { groups }),
    conduct: conduct(options.maxMinutes),
    reasons: reasons(dialect),
  }
}
