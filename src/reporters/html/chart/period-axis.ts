// The axis of periods: as many names as fit, months by their name with the year below.
import { text, type Mark } from './drawing.ts'
import { textWidth } from './labels.ts'

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthSteps = [1, 2, 3, 4, 6, 12]

interface Month {
  readonly year: string
  readonly month: number
}

function monthOf(period: string): Month | null {
  const [year = '', month = '', rest] = period.split('-')
  const number = Number(month)
  return rest === undefined && /^\d{4}$/.test(year) && /^\d\d$/.test(month) && number >= 1 && number <= 12
    ? { year, month: number }
    : null
}

function monthAxis(months: readonly Month[], at: (index: number) => number, y: number): Mark[] {
  const each = Math.abs(at(1) - at(0))
  const step = monthSteps.find((months_) => each * months_ >= 30) ?? 12
  let lastYear = ''
  return months.flatMap(({ year, month }, index) => {
    if ((month - 1) % step !== 0) return []
    const named = year === lastYear ? [] : text(at(index), y + 16, 'm mid', year)
    lastYear = year
    return [...text(at(index), y, 'm mid', monthNames[month - 1] ?? ''), ...named]
  })
}

/** Names below the periods whose middles `at` gives; y is their base line. Two lines high. */
export function periodAxis(periods: readonly string[], at: (index: number) => number, y: number): Mark[] {
  const months = periods.map(monthOf).filter((month) => month !== null)
  if (months.length === periods.length) return monthAxis(months, at, y)
  const widest = periods.reduce((most, period) => Math.max(most, textWidth(period)), 0)
  const step = Math.max(1, Math.ceil((widest + 6) / Math.max(1, Math.abs(at(1) - at(0)))))
  // Counted from the end: the newest period is always named.
  return periods.flatMap((period, index) =>
    (periods.length - 1 - index) % step === 0 ? text(at(index), y, 'm mid', period) : [],
  )
}
