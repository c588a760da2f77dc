/**
 * Leads with dates turned into groups of alike leads: month of creation, age and lag in days.
 *
 * Use it to bring a list of leads into the form that a database aggregates to by itself (LeadGroup).
 *
 * Example: a lead of 2024-01-10 converted on 2024-01-15, seen on 2024-03-31: month '2024-01', age 81, lag 5.
 */
import { dayNumber } from './calendar-month.ts'

export interface Lead {
  /** yyyy-mm-dd */
  readonly createdOn: string
  /** yyyy-mm-dd, or null when not converted so far */
  readonly convertedOn: string | null
}

/**
 * One row of `SELECT month, age, lag, COUNT(*) … GROUP BY 1, 2, 3`. To keep the rows few, ages may be cut off
 * at the horizon (LEAST(age, horizon)) and lags beyond the horizon or the age be null: the results are the
 * same.
 */
export interface LeadGroup {
  /** month of creation, yyyy-mm */
  readonly month: string
  /** days from creation to the as-of date; below 0 when created later */
  readonly ageDays: number
  /** days from creation to conversion, null when not converted; below 0 is impossible and left out */
  readonly lagDays: number | null
  readonly count: number
}

export function groupLeads(leads: Iterable<Lead>, asOf: string): LeadGroup[] {
  const today = dayNumber(asOf)
  const groups = new Map<string, { month: string; ageDays: number; lagDays: number | null; count: number }>()
  for (const { createdOn, convertedOn } of leads) {
    const created = dayNumber(createdOn)
    const ageDays = today - created
    const lagDays = convertedOn === null ? null : dayNumber(convertedOn) - created
    const key = `${ageDays} ${lagDays}`
    const group = groups.get(key)
    if (group) group.count += 1
    else groups.set(key, { month: createdOn.slice(0, 7), ageDays, lagDays, count: 1 })
  }
  return [...groups.values()]
}
