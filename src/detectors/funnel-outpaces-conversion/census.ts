// The day the data end for this question, and the days that split young leads from old ones.
import {
  dayNumber,
  fromDayNumber,
  isComplete,
  nextPeriod,
  periodOf,
  type CalendarDate,
} from '../../schema/index.ts'
import type { DetectorInput } from '../detector.ts'
import { basisOf, recordingTable, type Basis } from './basis.ts'
import type { options } from './options.ts'

export type Input = Omit<DetectorInput<typeof options>, 'dialect'>

/** The share converted within 180 days is shown beside the horizon where 180 days were observed. */
export const longLag = 180

export interface Census {
  readonly basis: Basis
  /** Leads are censored at the end of this day. */
  readonly end: CalendarDate
  /** Leads themselves are known up to the end of this day; conversions may be known for longer. */
  readonly leadsEnd: CalendarDate
  /** Leads created before this day are not looked at; null: from the first. */
  readonly start: CalendarDate | null
  /** Longest lag that is looked at, in days. */
  readonly maxLag: number
  /** Leads created after this day are younger than `maxLag`: they are counted by day. */
  readonly youngAfter: CalendarDate
}

const firstDay = dayNumber('0001-01-01')

/** `days` before a date, not before the calendar begins. */
export const daysBefore = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(Math.max(firstDay, dayNumber(date) - days))

const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b)

/** A month cut off at its start would look like growth: counting begins with the first whole month. */
function firstWholeMonth(since: CalendarDate): CalendarDate {
  const month = periodOf('month', since)
  return month.start === since ? since : nextPeriod(month).start
}

/** Leads joined to deals come from a file of their own: its newest lead says how far it reaches, give or take a quiet day. */
function leadsReach(input: Input, basis: Basis, end: CalendarDate): CalendarDate {
  if (basis !== 'won-deals') return end
  const newest = input.horizon('leads')
  const month = periodOf('month', newest)
  return earlier(end, isComplete(month, newest) ? month.end : newest)
}

export function census(input: Input): Census {
  const basis = basisOf(input.present)
  const recorded = input.horizon(recordingTable(basis))
  const reached = basis === 'calendar' ? earlier(recorded, input.horizon('deals')) : recorded
  const end = input.until === null ? reached : earlier(reached, input.until)
  const maxLag = Math.max(input.options.horizonDays, longLag)
  return {
    basis,
    end,
    leadsEnd: leadsReach(input, basis, end),
    start: input.since === null ? null : firstWholeMonth(input.since),
    maxLag,
    youngAfter: daysBefore(end, maxLag),
  }
}
