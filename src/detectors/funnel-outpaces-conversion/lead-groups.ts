// Leads alike in month, age and lag, as the statistics take them, from the rows of the engine.
import { daysBetween, type CalendarDate } from '../../schema/index.ts'
import { kaplanMeier, type LeadGroup, type SurvivalCurve } from '../../stats/index.ts'
import type { Census } from './census.ts'
import type { GroupRow } from './rows.ts'

/** Age in days when the data end of leads that start here; `maxLag` for all that are older. */
export const ageOf = (start: CalendarDate, { youngAfter, end, maxLag }: Census): number =>
  start > youngAfter ? daysBetween(start, end) : maxLag

/** A row that can enter the funnel: it starts on a day, and does not convert before. */
export type Entered = GroupRow & { readonly start: CalendarDate }

export const leadGroups = (rows: readonly Entered[], census: Census): LeadGroup[] =>
  rows.map(({ start, lag, leads }) => ({
    month: start.slice(0, 7),
    ageDays: ageOf(start, census),
    lagDays: lag,
    count: leads,
  }))

/** Waiting for conversion, watched for `days` at most: a lost lead goes on waiting, it never converts. */
export const waitingCurve = (groups: readonly LeadGroup[], days: number): SurvivalCurve =>
  kaplanMeier(
    groups.map(({ ageDays, lagDays, count }) => {
      const watched = Math.min(ageDays, days)
      const event = lagDays !== null && lagDays <= watched
      return { time: event ? lagDays : watched, event, count }
    }),
  )
