// How much of its conversions a lead has had time for: nothing on its first day, all of them from the horizon on.
import type { CalendarDate } from '../../schema/index.ts'
import { survivalAt, type SurvivalCurve } from '../../stats/index.ts'
import type { Census } from './census.ts'
import { ageOf } from './lead-groups.ts'

/** Weight of one lead that starts on this day, 0 … 1. */
export type Exposure = (start: CalendarDate) => number

/** The share of the conversions within the horizon that come until a lead's age; 1 throughout where nothing ever converts. */
export function exposureByCurve(curve: SurvivalCurve, horizonDays: number, census: Census): Exposure {
  const share = (age: number): number => 1 - (survivalAt(curve, age).survival ?? 1)
  const full = share(horizonDays)
  return (start) => {
    const age = ageOf(start, census)
    return age >= horizonDays || full <= 0 ? 1 : share(age) / full
  }
}

/** Without days of conversion a lead counts from the horizon on, and not before. */
export const exposureByAge =
  (horizonDays: number, census: Census): Exposure =>
  (start) =>
    ageOf(start, census) >= horizonDays ? 1 : 0
