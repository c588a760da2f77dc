// What retention is read from, and the days it is read over.
import { dayNumber, fromDayNumber, type CalendarDate } from '../../schema/index.ts'
import { customerLink } from '../customer-link.ts'
import type { DetectorInput, Present } from '../detector.ts'
import type { Options } from './options.ts'

export type Input = DetectorInput<Options>

/** `values`: customers with revenue at the start and the end; `invoices`: what they were billed; `customers`: who left, without revenue. */
export type Basis = 'values' | 'invoices' | 'customers' | 'nothing'

export function basisOf(present: Present): Basis {
  if (present.has('customers', 'start_value') && present.has('customers', 'end_value')) return 'values'
  const billed = present.has('invoices', 'issued_on') && present.has('invoices', 'amount')
  if (billed && customerLink(present, 'invoices') !== null) return 'invoices'
  return present.has('customers', 'status') || present.has('customers', 'ended_on') ? 'customers' : 'nothing'
}

const firstDay = dayNumber('0001-01-01')

/** `days` before a date, not before the calendar begins. */
export const daysBefore = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(Math.max(firstDay, dayNumber(date) - days))

/** The last day looked at. */
export function endOf({
  present,
  horizon,
  until,
  asOf,
}: Pick<Input, 'present' | 'horizon' | 'until' | 'asOf'>): CalendarDate {
  const reach = basisOf(present) === 'invoices' ? horizon('invoices') : asOf
  return until !== null && until < reach ? until : reach
}

/** Until when departures count: customers may be known to have left after everything else. */
export function leftUntil(input: Pick<Input, 'present' | 'horizon' | 'until' | 'asOf'>): CalendarDate {
  const [end, departures] = [endOf(input), input.horizon('customers')]
  if (departures <= end) return end
  return input.until !== null && input.until < departures ? input.until : departures
}

export interface Windows {
  /** Revenue at the start: after `baseFrom`, until `baseTo`. */
  readonly baseFrom: CalendarDate
  readonly baseTo: CalendarDate
  /** Revenue at the end: after this day, until `end`. */
  readonly laterFrom: CalendarDate
  readonly end: CalendarDate
}

export function windowsOf(input: Pick<Input, 'present' | 'horizon' | 'until' | 'asOf' | 'options'>): Windows {
  const end = endOf(input)
  const { windowDays, graceDays } = input.options
  return {
    baseFrom: daysBefore(end, 2 * windowDays + graceDays),
    baseTo: daysBefore(end, windowDays + graceDays),
    laterFrom: daysBefore(end, windowDays),
    end,
  }
}
