// The SQL beside the decision that reads it. Each query groups by day first, where grouping is cheap, and then by month.
import { date, integer, join, raw, sql, type Sql } from '../../sql/index.ts'
import type { DetectorInput } from '../detector.ts'
import { funnelTable, hasWonDates, isDated } from './basis.ts'
import { census, type Census } from './census.ts'
import { events } from './events.ts'
import type { options } from './options.ts'
import type { rows } from './rows.ts'

type Input = DetectorInput<typeof options>

/** Sources shown one by one; the rest are taken together. */
export const sourceLimit = 12

const sum = (name: string): Sql => raw(`CAST(sum(${name}) AS BIGINT) AS ${name}`)
const onOrAfter = (column: string, { start }: Census): Sql =>
  start === null ? sql`1 = 1` : sql`${raw(column)} >= ${date(start)}`

/** The first day of the month a day lies in, or of its week where weeks are shown and one begins after the month. */
function pieceOf({ dialect, options: { bucket } }: Input, day: Sql): Sql {
  const [month, week] = [dialect.monthOf(day), dialect.weekOf(day)]
  return bucket === 'week' ? sql`CASE WHEN ${week} > ${month} THEN ${week} ELSE ${month} END` : month
}

/** The day itself while a lead is young, else its piece. */
const startOf = (input: Input, { youngAfter }: Census): Sql =>
  sql`CASE WHEN created > ${date(youngAfter)} THEN created ELSE ${pieceOf(input, raw('created'))} END`

function groups(input: Input, at: Census): Sql {
  const { dialect, present } = input
  const end = date(at.end)
  const lag = dialect.daysBetween(raw('created'), raw('converted'))
  return sql`SELECT start_on, lag, ${join(['leads', 'late', 'dateless', 'future'].map(sum), ', ')} FROM (
    SELECT CASE WHEN created <= ${end} THEN ${startOf(input, at)} END AS start_on,
      CASE WHEN converted < created THEN -1
        WHEN converted <= ${end} AND ${lag} <= ${integer(at.maxLag)} THEN ${lag} END AS lag,
      leads,
      CASE WHEN created <= ${end} AND converted > ${end} THEN leads ELSE 0 END AS late,
      CASE WHEN created <= ${end} THEN dateless * leads ELSE 0 END AS dateless,
      CASE WHEN created > ${end} THEN leads ELSE 0 END AS future
    FROM (
      SELECT created, converted, dateless, count(*) AS leads FROM (${events(at.basis, present, dialect)}) AS events
      WHERE created IS NULL OR (${onOrAfter('created', at)}) GROUP BY created, converted, dateless
    ) AS pairs
  ) AS timed GROUP BY start_on, lag ORDER BY start_on NULLS LAST, lag NULLS LAST`
}

function sources(input: Input, at: Census): Sql {
  const { dialect, present, options } = input
  const end = date(at.end)
  const order = (column: string): Sql => sql`${dialect.textOrder(raw(column))} NULLS LAST`
  const lag = dialect.daysBetween(raw('created'), raw('converted'))
  const inTime = sql`converted >= created AND converted <= ${end} AND ${lag} <= ${integer(options.horizonDays)}`
  const shown = sql`place <= ${integer(sourceLimit)}`
  return sql`SELECT start_on, shown, other, ${sum('leads')}, ${sum('conversions')} FROM (
    SELECT ${startOf(input, at)} AS start_on, CASE WHEN ${shown} THEN source END AS shown, NOT (${shown}) AS other,
      leads, conversions
    FROM (
      SELECT sized.*, dense_rank() OVER (ORDER BY size DESC, ${order('source')}) AS place
      FROM (
        SELECT days.*, sum(leads) OVER (PARTITION BY source) AS size FROM (
          SELECT created, source, count(*) AS leads, count(CASE WHEN ${inTime} THEN 1 END) AS conversions
          FROM (${events(at.basis, present, dialect)}) AS events
          WHERE created <= ${end} AND (converted IS NULL OR converted >= created) AND ${onOrAfter('created', at)}
          GROUP BY created, source
        ) AS days
      ) AS sized
    ) AS placed
  ) AS cells GROUP BY start_on, shown, other ORDER BY start_on, other, ${order('shown')}`
}

function won(input: Input, at: Census): Sql {
  return sql`SELECT start_on, currency, ${sum('deals')}, ${sum('valued')}, coalesce(sum(amount), 0) AS amount FROM (
    SELECT ${pieceOf(input, raw('closed_on'))} AS start_on, currency, deals, valued, amount FROM (
      SELECT closed_on, currency, count(*) AS deals, count(amount) AS valued, sum(amount) AS amount FROM deals
      WHERE status = 'won' AND closed_on <= ${date(at.end)} AND ${onOrAfter('closed_on', at)}
      GROUP BY closed_on, currency
    ) AS by_day
  ) AS pieces GROUP BY start_on, currency ORDER BY start_on, ${input.dialect.textOrder(raw('currency'))} NULLS LAST`
}

export function queries(input: Input): { readonly [K in keyof typeof rows]?: Sql } {
  const at = census(input)
  const { present } = input
  const sourced = isDated(at.basis) && present.has(funnelTable(at.basis), 'source')
  const priced = hasWonDates(present) && (at.basis === 'calendar' || present.has('deals', 'amount'))
  return {
    groups: groups(input, at),
    ...(sourced ? { sources: sources(input, at) } : {}),
    ...(priced ? { won: won(input, at) } : {}),
  }
}
