// Dates such as `26/01/15`: where every first part may be a year and every last part a day, which of the two the column means.
import { calendarDate } from '../../schema/index.ts'
import { fullYear, type DateShape } from './date-shape.ts'

type Parts = Extract<DateShape, { kind: 'parts' }>

/** The short dates of a column, looked at as years first. */
export interface ShortYears {
  /** Rows that are dates with a believable year in front, and those that are not. */
  fitting: number
  other: number
  /** Those of `fitting` that are no day when read day first, as `30/02/15`. */
  rescued: number
  /** Rows with a year of four digits behind: they say their order themselves. */
  long: number
  readonly firsts: Set<number>
  readonly lasts: Set<number>
  /** The same with the month. */
  readonly firstsInMonth: Set<number>
  readonly lastsInMonth: Set<number>
  example: Parts | null
  text: string
  otherText: string
}

export const noShortYears = (): ShortYears => ({
  fitting: 0,
  other: 0,
  rescued: 0,
  long: 0,
  firsts: new Set(),
  lasts: new Set(),
  firstsInMonth: new Set(),
  lastsInMonth: new Set(),
  example: null,
  text: '',
  otherText: '',
})

// Years that sales exports speak of. Not 31: as the last day of a month it is far more frequent than as a year.
const earliest = 15
const latest = 30

/** As years the parts must lie near each other; a column of days seldom keeps to so few. */
const fewYears = 12
/** Last parts further apart than this are days of a month, not years of one export. */
const manyYears = 15
const enoughDifferent = 5

export function addShortYear(
  seen: ShortYears,
  text: string,
  shape: Parts,
  times: number,
  impossible: boolean,
): void {
  if (!shape.short) {
    seen.long += times
    return
  }
  const { first, second, third } = shape
  if (!isBelievable(first) || calendarDate(fullYear(first), second, third) === null) {
    // A day that does not exist either way says nothing.
    if (impossible) return
    seen.other += times
    seen.otherText ||= text.trim()
    return
  }
  seen.fitting += times
  if (impossible) seen.rescued += times
  seen.firsts.add(first)
  seen.lasts.add(third)
  seen.firstsInMonth.add(second * 100 + first)
  seen.lastsInMonth.add(second * 100 + third)
  seen.example ??= shape
  seen.text ||= text.trim()
}

const spread = (values: ReadonlySet<number>): number => Math.max(...values) - Math.min(...values) + 1

/** As days of a week's export are: as years they would all be on one day of the year, or two. */
const oneDayInManyYears = (years: ReadonlySet<number>, days: ReadonlySet<number>): boolean =>
  years.size >= enoughDifferent && days.size <= 2

const isBelievable = (year: number): boolean => year >= earliest && year <= latest

const isWide = (values: ReadonlySet<number>): boolean =>
  values.size >= enoughDifferent && spread(values) > manyYears

/** `years`: the first parts are the years. `either`: as well the days. `days`: nothing speaks for years in front. */
export function firstPartsAre(seen: ShortYears): 'years' | 'either' | 'days' {
  const { fitting, other, rescued, long, firsts, lasts, firstsInMonth, lastsInMonth } = seen
  // One in a hundred is a slip and changes nothing.
  if (fitting === 0 || long > 0 || other * 100 > fitting) return 'days'
  if (spread(firsts) > fewYears) return 'days'
  if (oneDayInManyYears(firsts, lastsInMonth) && [...lasts].every(isBelievable)) return 'days'
  if (lasts.size > 2 * firsts.size && isWide(lasts)) return 'years'
  if (oneDayInManyYears(lasts, firstsInMonth)) return 'years'
  return rescued === fitting ? 'years' : 'either'
}

/** The example read year first and day first. */
export function bothReadings({ first, second, third }: Parts): string[] {
  const readings = [
    calendarDate(fullYear(first), second, third),
    calendarDate(fullYear(third), second, first),
  ]
  return readings.filter((date) => date !== null)
}
