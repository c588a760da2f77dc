// The SQL beside the decision that reads it. Each query groups by day first, where grouping is cheap, and then by month.
import { date, integer, join, raw, sql, type Sql } from '../../sql/index.ts'
import type { DetectorInput } from '../detector.ts'
import { hasWonDates, isDated } from './basis.ts'
import { census, type Census } from './census.ts'
import { events } from './events.ts'
import type { options } from './options.ts'
import type { rows } from './rows.ts'

type Input = DetectorInput<typeof options>

/** Sources shown one by one; the rest are taken together. */
export const sourceLimit = 12

const count = (condition: Sql, name: string): Sql =>
  sql`count(CASE WHEN ${condition} THEN 1 END) AS ${raw(name)}`
const sum = (name: string): Sql => raw(`CAST(sum(${name}) AS BIGINT) AS ${name}`)
const onOrAfter = (column: string, { start }: Census): Sql =>
  start === null ? sql`1 = 1` : sql`${raw(column)} >= ${date(start)}`

/** The day itself while a lead is young, else the first day of its month (or of its week, where a month is cut by weeks). */
function startOf({ dialect, options: { bucket } }: Input, { youngAfter }: Census, byWeek: boolean): Sql {
  const month = dialect.monthOf(raw('created'))
  const week = dialect.weekOf(raw('created'))
  const cut = byWeek && bucket === 'week'
  const old = cut ? sql`CASE WHEN ${week} > ${month} THEN ${week} ELSE ${month} END` : month
  return sql`CASE WHEN created > ${date(youngAfter)} THEN created ELSE ${old} END`
}

function groups(input: Input, at: Census): Sql {
  const { dialect, present } = input
  const lag = dialect.daysBetween(raw('created'), raw('converted'))
  return sql`SELECT start_on, lag, ${sum('leads')} FROM (
    SELECT ${startOf(input, at, false)} AS start_on, leads,
      CASE WHEN converted < created THEN -1
        WHEN converted <= ${date(at.end)} AND ${lag} <= ${integer(at.maxLag)} THEN ${lag} END AS lag
    FROM (
      SELECT created, converted, count(*) AS leads FROM (${events(at.basis, present, dialect)}) AS events
      WHERE created <= ${date(at.end)} AND ${onOrAfter('created', at)} GROUP BY created, converted
    ) AS pairs
  ) AS timed GROUP BY start_on, lag ORDER BY start_on, lag NULLS LAST`
}

const counted = ['leads', 'conversions', 'early', 'late', 'dateless', 'undated', 'future']

/** Leads per creation day and source. */
function days({ dialect, present, options: { horizonDays } }: Input, at: Census): Sql {
  const end = date(at.end)
  const lag = dialect.daysBetween(raw('created'), raw('converted'))
  const seen = sql`created <= ${end} AND converted >= created AND converted <= ${end}`
  return sql`SELECT created, source,
    ${count(sql`created <= ${end} AND (converted IS NULL OR converted >= created)`, 'leads')},
    ${count(sql`${seen} AND ${lag} <= ${integer(horizonDays)}`, 'conversions')},
    ${count(sql`created <= ${end} AND converted < created`, 'early')},
    ${count(sql`created <= ${end} AND converted > ${end}`, 'late')},
    ${count(sql`created <= ${end} AND dateless = 1`, 'dateless')},
    ${count(raw('created IS NULL'), 'undated')},
    ${count(sql`created > ${end}`, 'future')}
    FROM (${events(at.basis, present, dialect)}) AS events
    WHERE created IS NULL OR (${onOrAfter('created', at)}) GROUP BY created, source`
}

function cohorts(input: Input, at: Census): Sql {
  const { dialect } = input
  const shown = sql`place <= ${integer(sourceLimit)}`
  return sql`SELECT start_on, shown, other, ${join(counted.map(sum), ', ')} FROM (
    SELECT CASE WHEN created <= ${date(at.end)} THEN ${startOf(input, at, true)} END AS start_on,
      CASE WHEN ${shown} THEN source END AS shown, NOT (${shown}) AS other, ${raw(counted.join(', '))}
    FROM (
      SELECT sized.*, dense_rank() OVER (ORDER BY size DESC, ${dialect.textOrder(raw('source'))} NULLS LAST) AS place
      FROM (SELECT days.*, sum(leads) OVER (PARTITION BY source) AS size FROM (${days(input, at)}) AS days) AS sized
    ) AS placed
  ) AS cells GROUP BY start_on, shown, other
  ORDER BY start_on NULLS LAST, other, ${dialect.textOrder(raw('shown'))} NULLS LAST`
}

function won({ dialect }: Input, at: Census): Sql {
  return sql`SELECT month, currency, ${sum('deals')}, ${sum('valued')}, coalesce(sum(amount), 0) AS amount FROM (
    SELECT ${dialect.monthOf(raw('closed_on'))} AS month, currency, deals, valued, amount FROM (
      SELECT closed_on, currency, count(*) AS deals, count(amount) AS valued, sum(amount) AS amount FROM deals
      WHERE status = 'won' AND closed_on <= ${date(at.end)} AND ${onOrAfter('closed_on', at)}
      GROUP BY closed_on, currency
    ) AS by_day
  ) AS by_month GROUP BY month, currency ORDER BY month, ${dialect.textOrder(raw('currency'))} NULLS LAST`
}

export function queries(input: Input): { readonly [K in keyof typeof rows]?: Sql } {
  const at = census(input)
  const { present } = input
  const priced = hasWonDates(present) && (at.basis === 'calendar' || present.has('deals', 'amount'))
  return {
    cohorts: cohorts(input, at),
    ...(isDated(at.basis) ? { groups: groups(input, at) } : {}),
    ...(priced ? { won: won(input, at) } : {}),
  }
}
