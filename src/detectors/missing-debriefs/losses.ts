// The losses, and the debriefs that were held about them: made once, read by every query and by the rows behind findings.
import { daysBetween, type CalendarDate } from '../../schema/index.ts'
import { date, integer, join, raw, sql, type Sql } from '../../sql/index.ts'
import { customerLink } from '../customer-link.ts'
import type { DetectorInput, SharedTable } from '../detector.ts'
import { judgedDays, onDays } from '../judged-days.ts'
import type { Options } from './options.ts'

export type Input = DetectorInput<Options>

/** Debriefs reach until here: the day data end, unless the newest debrief lies so far back that the export may end with it. */
export function debriefsEnd(
  input: Pick<Input, 'asOf' | 'horizon'> & { readonly options: { readonly staleDays: number } },
): CalendarDate {
  const last = input.horizon('interviews')
  return daysBetween(last, input.asOf) > input.options.staleDays ? last : input.asOf
}

/** Rows of one kind: kind, number, id, customer (the key debriefs find it by), day, and what is said of the loss. */
function lossesOf(kind: 'deal' | 'customer', input: Input): Sql | null {
  const { dialect, present } = input
  const table = kind === 'deal' ? 'deals' : 'customers'
  if (!present.has(table)) return null
  const key = customerLink(present, table, 'interviews')
  const customer = key === null ? dialect.nullOf('text') : raw(key)
  const day = raw(kind === 'deal' ? 'closed_on' : 'ended_on')
  const when = sql`(${day} IS NULL OR ${day} <= ${date(input.asOf)})`
  return kind === 'deal'
    ? sql`SELECT 'deal' AS kind, row_number AS number, deal_id AS id, ${customer} AS customer, closed_on AS "day", "owner",
        segment, amount, currency, lost_reason AS reason FROM deals WHERE status = 'lost' AND ${when}`
    : sql`SELECT 'customer' AS kind, row_number AS number, COALESCE(customer_id, customer) AS id, ${customer} AS customer,
        ended_on AS "day", "owner", segment, start_value AS amount, currency, churn_reason AS reason
      FROM customers WHERE (ended_on IS NOT NULL OR status = 'churned') AND ${when}`
}

const order = (input: Input, names: readonly string[]): Sql =>
  join(
    names.map((name) => sql`${input.dialect.textOrder(raw(name))} NULLS LAST`),
    ', ',
  )

/** Whether a loss is of the days asked about. A debrief finds its loss whatever days are asked about. */
function isAsked(input: Input): Sql {
  const days = judgedDays(input)
  const day = raw('"day"')
  return days.bounded ? onDays(day, days) : sql`(${day} IS NULL OR ${onDays(day, days)})`
}

/**
 * Debriefs with the loss they are about: the deal they name, else the customer's latest loss until that day. One that names a deal which
 * was not lost is about no loss.
 */
function numberedDebriefs(input: Input): Sql {
  const { present } = input
  const ways: Sql[] = []
  const said = raw(
    'loss.kind, loss.number, loss."day" AS "day", loss.id, loss."owner", loss.segment, loss.currency, loss.amount, loss.reason',
  )
  const names = present.has('interviews', 'deal_id') && present.has('deals', 'deal_id')
  const deals = lossesOf('deal', input)
  if (names && deals !== null)
    ways.push(sql`SELECT asked.number AS debrief, 1 AS way, ${said}
      FROM asked JOIN (${deals}) AS loss ON loss.id = asked.deal_id`)
  for (const kind of ['customer', 'deal'] as const) {
    const losses = lossesOf(kind, input)
    const key = customerLink(present, kind === 'deal' ? 'deals' : 'customers', 'interviews')
    if (key === null || losses === null) continue
    ways.push(sql`SELECT asked.number AS debrief, 2 AS way, ${said}
      FROM ${raw(names ? 'unnamed' : 'asked')} AS asked JOIN (${losses}) AS loss ON loss.customer = asked.${raw(key)}
      WHERE (loss."day" IS NULL OR asked.held_on IS NULL OR loss."day" <= asked.held_on)`)
  }
  const found =
    ways.length === 0
      ? sql`SELECT asked.number AS debrief, 0 AS way, ${said}
          FROM asked JOIN (${lossesOf('deal', input) ?? lossesOf('customer', input) ?? sql``}) AS loss ON 1 = 0`
      : join(ways, ' UNION ALL ')
  // Looked up from the side of the deals, of which there are more.
  const named = names
    ? sql`named AS (SELECT DISTINCT deal_id FROM deals WHERE deal_id IN (SELECT deal_id FROM asked WHERE deal_id IS NOT NULL)),
      unnamed AS (SELECT * FROM asked WHERE deal_id IS NULL OR deal_id NOT IN (SELECT deal_id FROM named)),`
    : sql``
  return sql`WITH asked AS (
      SELECT *, ROW_NUMBER() OVER (ORDER BY ${order(input, ['interview_id', 'deal_id'])}, held_on NULLS LAST,
        ${order(input, ['held_by_key', 'reason'])}) AS number
      FROM interviews WHERE held_on IS NULL OR held_on <= ${date(input.asOf)}),
    ${named}
    found AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY debrief ORDER BY way, "day" DESC NULLS LAST, kind,
        ${order(input, ['id', '"owner"', 'segment', 'currency'])}, amount NULLS LAST, number) AS place
      FROM (${found}) AS ways)
    SELECT asked.interview_id AS interview_id, asked.held_on AS held_on, asked.minutes AS minutes,
      asked.held_by_key AS held_by_key, asked.same_call AS same_call, asked.reason AS told, found.kind AS kind,
      found.number AS loss, found."day" AS "day", ${input.dialect.foldText(raw('found."owner"'))} AS owner_key, found.reason AS on_file,
      CASE WHEN found.number IS NOT NULL AND ${isAsked(input)} THEN 1 ELSE 0 END AS in_days
    FROM asked LEFT JOIN found ON found.debrief = asked.number AND found.place = 1`
}

/** The rows of `losses` with the day their customer was last asked. Of departures only: a renewal that was lost is the same loss. */
function withAsked(losses: Sql, kind: 'deal' | 'customer', input: Input): Sql {
  const key = kind === 'customer' ? customerLink(input.present, 'customers', 'interviews') : null
  if (key === null) return sql`SELECT *, ${input.dialect.nullOf('date')} AS asked_on FROM (${losses}) AS loss`
  return sql`SELECT loss.*, asked_on FROM (${losses}) AS loss LEFT JOIN (SELECT ${raw(key)} AS asked_customer, MAX(held_on) AS asked_on
      FROM interviews WHERE held_on <= ${date(input.asOf)} AND ${raw(key)} IS NOT NULL GROUP BY ${raw(key)}) AS asked
    ON asked_customer = customer`
}

/**
 * Every loss asked about: kind, id, day, owner, segment, amount, currency; `due`: old enough, and not after debriefs end; `beyond`: old
 * enough, but after they end; `hit`: debriefed. Millions of rows, read when they are needed instead of written once more.
 */
export function judgedLosses(input: Input): Sql {
  const { dialect, options } = input
  const age = (until: CalendarDate): Sql => dialect.daysBetween(raw('"day"'), sql`${date(until)}`)
  const grace = sql`${integer(options.graceDays)}`
  const parts = (['customer', 'deal'] as const).flatMap((kind) => {
    const losses = lossesOf(kind, input)
    return losses === null
      ? []
      : [
          sql`SELECT kind, id, "day", "owner", segment, amount, currency, CASE WHEN asked_on >= "day"
              OR number IN (SELECT loss FROM missing_debriefs_held WHERE kind = '${raw(kind)}') THEN 1 ELSE 0 END AS hit
            FROM (${withAsked(losses, kind, input)}) AS loss WHERE ${isAsked(input)}`,
        ]
  })
  return sql`(SELECT kind, id, "day", "owner", segment, amount, currency,
      CASE WHEN "day" IS NULL OR ${age(debriefsEnd(input))} >= ${grace} THEN 1 ELSE 0 END AS due,
      CASE WHEN ${age(debriefsEnd(input))} < ${grace} AND ${age(input.asOf)} >= ${grace} THEN 1 ELSE 0 END AS beyond, hit
    FROM (${join(parts, ' UNION ALL ')}) AS losses) AS judged`
}

export const sharedOf = (input: Input): readonly SharedTable[] => [
  { name: 'missing_debriefs_held', sql: numberedDebriefs(input) },
  {
    name: 'missing_debriefs_counted',
    sql: sql`SELECT kind, "owner", segment, due, beyond, hit, COUNT(*) AS losses FROM ${judgedLosses(input)}
      GROUP BY kind, "owner", segment, due, beyond, hit`,
  },
]
