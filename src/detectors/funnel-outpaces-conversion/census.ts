// The day the data end for this question, and the days that split young leads from old ones.
import { dayNumber, fromDayNumber, type CalendarDate } from '../../schema/index.ts'
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
  if (since.endsWith('-01')) return since
  const [year, month] = [Number(since.slice(0, 4)), Number(since.slice(5, 7))]
  const next = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}-01`
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
    start: input.since === null ? null : firstWholeMonth(input.since),
    maxLag,
    youngAfter: daysBefore(end, maxLag),
  }
}
