// Which days a share is taken over: those the user asked for, none later than the data reach.
import type { CalendarDate, Period } from '../schema/index.ts'
import { date, join, raw, sql, type Sql } from '../sql/index.ts'

/** First and last day, both included; null: no bound. */
export interface JudgedDays {
  readonly first: CalendarDate | null
  readonly last: CalendarDate
  /** The user set a bound: a row without a day may lie outside. */
  readonly bounded: boolean
}

export interface DaysAsked {
  readonly asOf: CalendarDate
  readonly since: CalendarDate | null
  readonly until: CalendarDate | null
  readonly period: Period | null
}

export function judgedDays({ asOf, since, until, period }: DaysAsked): JudgedDays {
  const firsts = [since, period?.start ?? null].filter((day) => day !== null)
  const lasts = [asOf, until, period?.end ?? null].filter((day) => day !== null)
  return {
    first: firsts.reduce<CalendarDate | null>((a, b) => (a === null || b > a ? b : a), null),
    last: lasts.reduce((a, b) => (b < a ? b : a)),
    bounded: since !== null || until !== null || period !== null,
  }
}

/** That a day lies within; a row without a day does not. */
export function onDays(day: Sql, { first, last }: JudgedDays): Sql {
  const from = first === null ? [] : [sql`${day} >= ${date(first)}`]
  return sql`(${join([...from, sql`${day} <= ${date(last)}`], ' AND ', raw('TRUE'))})`
}
