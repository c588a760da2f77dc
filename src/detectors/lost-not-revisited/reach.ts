// The days of the losses looked at: until the deals reach, three years back unless told otherwise.
import { dayNumber, fromDayNumber, type CalendarDate } from '../../schema/index.ts'
import type { DetectorInput } from '../detector.ts'
import type { Options } from './options.ts'

export type Input = DetectorInput<Options>

const firstDay = dayNumber('0001-01-01')

/** `days` before a date, not before the calendar begins. */
export const daysBefore = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(Math.max(firstDay, dayNumber(date) - days))

export interface Reach {
  readonly first: CalendarDate
  /** Losses are watched until this day. */
  readonly last: CalendarDate
}

export function reachOf({
  horizon,
  since,
  until,
  options,
}: Pick<Input, 'horizon' | 'since' | 'until' | 'options'>): Reach {
  const recorded = horizon('deals')
  const last = until !== null && until < recorded ? until : recorded
  const back = daysBefore(last, options.lookBackDays)
  return { first: since !== null && since > back ? since : back, last }
}
