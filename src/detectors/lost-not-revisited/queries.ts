// The SQL beside the decision that reads it: counts over the table of losses.
import { date, integer, join, raw, sql, text, type Sql } from '../../sql/index.ts'
import { groupKey } from '../share-groups.ts'
import { customers, losses, nothingSince } from './losses.ts'
import { daysBefore, reachOf, type Input } from './reach.ts'
import type { Rows } from './rows.ts'

/** Wordings and owners counted one by one, the most frequent ones; the rest is left out of the tables by group. */
const mostLabels = 300
const mostWordings = 2000
/** Losses returned one by one, per currency. */
export const mostListed = 500

/** Days watched, cut at the horizon: what comes later changes no rate within it. */
function watched(input: Input): { days: Sql; event: Sql } {
  const { dialect, options } = input
  const end = date(reachOf(input).last)
  const horizon = integer(options.horizonDays)
  const back = dialect.daysBetween(raw('lost_on'), raw('back_on'))
  const open = dialect.daysBetween(raw('lost_on'), sql`${end}`)
  const event = sql`(back_on IS NOT NULL AND ${back} <= ${horizon})`
  const days = sql`CASE WHEN ${event} THEN ${back} WHEN ${open} > ${horizon} THEN ${horizon} ELSE ${open} END`
  return { days, event }
}

function cohort(input: Input): Sql {
  const { days, event } = watched(input)
  return sql`SELECT lost_on, days, event, COUNT(*) AS deals
    FROM (SELECT lost_on, ${days} AS days, ${event} AS event FROM ${losses} WHERE counted = 1) AS timed
    GROUP BY lost_on, days, event ORDER BY lost_on, days, event`
}

function groups(input: Input): Sql {
  const { dialect } = input
  const { days, event } = watched(input)
  // The rows are many, their labels few: grouped by label first, by what labels share then.
  const part = (name: string, label: string, key: Sql): Sql => {
    const id = raw(label)
    return sql`SELECT '${raw(name)}' AS grouping, sized.label AS label, days, event, CAST(SUM(deals) AS BIGINT) AS deals FROM (
        SELECT ${key} AS timed_key, days, event, deals FROM (
          SELECT ${id}, days, event, COUNT(*) AS deals
          FROM (SELECT ${id}, ${days} AS days, ${event} AS event FROM ${losses} WHERE counted = 1) AS watched
          GROUP BY ${id}, days, event) AS labelled) AS timed
      JOIN (SELECT group_key, MIN(${dialect.textOrder(id)}) AS label,
          ROW_NUMBER() OVER (ORDER BY SUM(deals) DESC, ${dialect.textOrder(raw('group_key'))}) AS place
        FROM (SELECT ${id}, ${key} AS group_key, deals FROM (SELECT ${id}, COUNT(*) AS deals FROM ${losses}
          WHERE counted = 1 AND ${id} IS NOT NULL GROUP BY ${id}) AS labels) AS keyed GROUP BY group_key) AS sized
        ON sized.group_key = timed_key AND place <= ${integer(mostLabels)}
      GROUP BY sized.group_key, sized.label, days, event`
  }
  const all = join(
    [part('owner', 'owner', groupKey('owner', dialect)), part('reason', 'lost_reason', raw('lost_reason'))],
    ' UNION ALL ',
  )
  return sql`SELECT * FROM (${all}) AS parts ORDER BY ${dialect.textOrder(raw('grouping'))},
    ${dialect.textOrder(raw('label'))}, days, event`
}

/** Losses nobody has gone back to although they have rested. */
const isUntouched = (input: Input): Sql =>
  sql`${nothingSince} AND back_on IS NULL AND lost_on < ${date(daysBefore(reachOf(input).last, input.options.restDays))}`

function untouched(input: Input): Sql {
  const { dialect } = input
  return sql`SELECT lost_reason, currency, deals, valued, amount FROM (
      SELECT lost_reason, currency, COUNT(*) AS deals, COUNT(amount) AS valued, COALESCE(SUM(amount), 0) AS amount,
        ROW_NUMBER() OVER (ORDER BY COUNT(*) DESC, ${dialect.textOrder(raw('lost_reason'))}, ${dialect.textOrder(raw('currency'))} NULLS LAST) AS place
      FROM ${losses} WHERE lost_reason IS NOT NULL AND ${isUntouched(input)} GROUP BY lost_reason, currency) AS worded
    WHERE place <= ${integer(mostWordings)} ORDER BY place`
}

function largest(input: Input): Sql {
  const { dialect } = input
  const by = sql`amount DESC NULLS LAST, lost_on DESC, ${dialect.textOrder(raw('deal_id'))} NULLS LAST`
  return sql`SELECT ranked.deal_id AS deal_id, COALESCE(deals.customer, deals.deal_name) AS name, ranked.owner AS owner,
      ranked.lost_reason AS lost_reason, lost_on, ranked.amount AS amount, ranked.currency AS currency
    FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY currency ORDER BY ${by}) AS place
      FROM ${losses} WHERE lost_reason IS NOT NULL AND ${isUntouched(input)}) AS ranked
    JOIN deals ON deals.row_number = ranked.number
    WHERE place <= ${integer(mostListed)} ORDER BY ${dialect.textOrder(raw('ranked.currency'))} NULLS LAST, place`
}

function totals(input: Input): Sql {
  const { first, last } = reachOf(input)
  return sql`SELECT lost, counted, links, repeated, undated, earlier, unexplained
    FROM (SELECT COALESCE(CAST(SUM(counted) AS BIGINT), 0) AS counted,
        (SELECT COALESCE(CAST(SUM(losses) AS BIGINT), 0) FROM ${customers} WHERE deals > 1) AS repeated,
        COUNT(CASE WHEN lost_reason IS NULL AND ${isUntouched(input)} THEN 1 END) AS unexplained FROM ${losses}) AS made
      CROSS JOIN (SELECT COUNT(CASE WHEN status = 'lost' AND closed_on BETWEEN ${date(first)} AND ${date(last)} THEN 1 END) AS lost,
        COUNT(reopened_from) AS links, COUNT(CASE WHEN status = 'lost' AND closed_on IS NULL THEN 1 END) AS undated,
        COUNT(CASE WHEN status = 'lost' AND closed_on < ${date(first)} AND closed_on <= ${date(last)} THEN 1 END) AS earlier FROM deals) AS all_deals`
}

export const queries = (input: Input): { readonly [K in keyof Rows]?: Sql } => ({
  cohort: cohort(input),
  groups: groups(input),
  untouched: untouched(input),
  largest: largest(input),
  totals: totals(input),
})

/** Ids of untouched losses whose reason is one of these cells; of the newer losses not won back where there is none. */
export function evidenceQuery(input: Input, cells: readonly string[], newerFrom: string): Sql {
  if (cells.length === 0)
    return sql`SELECT deal_id AS id FROM ${losses} WHERE counted = 1 AND back_on IS NULL AND lost_on >= ${date(newerFrom)}`
  const listed = join(
    cells.map((cell) => sql`${text(cell)}`),
    ', ',
  )
  return sql`SELECT deal_id AS id FROM ${losses} WHERE lost_reason IN (${listed}) AND ${isUntouched(input)}`
}
