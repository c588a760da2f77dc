// Calendar days as whole numbers (days since 1970-01-01) and the ways the exports write them.

const pad = (value: number): string => String(value).padStart(2, '0')

export function day(iso: string): number {
  const [year, month, date] = iso.split('-').map(Number) as [number, number, number]
  const shifted = month <= 2 ? year - 1 : year
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return shifted * 365 + leaps + inYear - 719_468
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly date: number
}

function parts(value: number): Parts {
  const z = value + 719_468
  const era = Math.floor(z / 146_097)
  const inEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  )
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * inYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const date = inYear - Math.floor((153 * shifted + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date }
}

/** 0 is Monday, 6 Sunday. */
export const weekday = (value: number): number => (((value + 3) % 7) + 7) % 7

/** The day itself, or the Friday before a weekend. */
export const workday = (value: number): number => value - Math.max(0, weekday(value) - 4)

export const iso = (value: number): string => {
  const { year, month, date } = parts(value)
  return `${year}-${pad(month)}-${pad(date)}`
}

/** 8/3/2026 */
export const american = (value: number): string => {
  const { year, month, date } = parts(value)
  return `${month}/${date}/${year}`
}

/** 03/08/2026 */
export const european = (value: number): string => {
  const { year, month, date } = parts(value)
  return `${pad(date)}/${pad(month)}/${year}`
}

/** 14:05 of a minute of the day. */
export const clock = (minute: number): string => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`

/** 2:05 PM */
export const twelveHour = (minute: number): string => {
  const hour = Math.floor(minute / 60)
  return `${((hour + 11) % 12) + 1}:${pad(minute % 60)} ${hour < 12 ? 'AM' : 'PM'}`
}

/** 2026-Q3 */
export const quarterOf = (value: number): string => {
  const { year, month } = parts(value)
  return `${year}-Q${Math.ceil(month / 3)}`
}

export const quarterDays = (quarter: string): { first: number; last: number } => {
  const year = Number(quarter.slice(0, 4))
  const month = Number(quarter.slice(6)) * 3 - 2
  const next = month === 10 ? day(`${year + 1}-01-01`) : day(`${year}-${pad(month + 3)}-01`)
  return { first: day(`${year}-${pad(month)}-01`), last: next - 1 }
}

/** The first day of the month `count` months after the one that contains the day. */
export const monthAfter = (value: number, count: number): number => {
  const { year, month } = parts(value)
  const index = year * 12 + month - 1 + count
  return day(`${Math.floor(index / 12)}-${pad((index % 12) + 1)}-01`)
}

/** The same date some years later (29 February becomes 1 March). */
export const yearsAfter = (value: number, count: number): number => {
  const { year, month, date } = parts(value)
  return day(`${year + count}-${pad(month)}-01`) + date - 1
}
