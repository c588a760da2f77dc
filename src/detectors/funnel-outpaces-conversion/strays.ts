// Leads far before all others (a default date, a migration): one of them would stretch the trend over years of nothing.
import { dateParts, type CalendarDate } from '../../schema/index.ts'

/** This many months without a lead, and less than this share of the leads before them, make what comes before strays. */
const emptyMonths = 24
const strayShare = 0.01

const monthNumber = (day: CalendarDate): number => {
  const parts = dateParts(day)
  return parts === null ? 0 : parts.year * 12 + parts.month
}

/** The day counting begins where early strays are left out, and how many leads that leaves out; null when there are none. */
export function straysBefore(
  pieces: readonly { readonly start: CalendarDate; readonly leads: number }[],
): { readonly from: CalendarDate; readonly leads: number } | null {
  const filled = pieces.filter(({ leads }) => leads > 0)
  const total = filled.reduce((sum, { leads }) => sum + leads, 0)
  let before = 0
  let found: { from: CalendarDate; leads: number } | null = null
  for (const [at, { start, leads }] of filled.entries()) {
    const previous = filled[at - 1]
    if (previous !== undefined && monthNumber(start) - monthNumber(previous.start) > emptyMonths)
      found = { from: `${start.slice(0, 7)}-01`, leads: before }
    before += leads
    if (before >= total * strayShare) break
  }
  return found
}
