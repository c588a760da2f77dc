// How many days until something happens, where some are still waiting: Kaplan-Meier quantiles and how they are written.
import { formatNumber } from '../report/index.ts'
import { kaplanMeier, survivalQuantile, type SurvivalQuantile } from '../stats/index.ts'

/** Rows alike, counted: `days` waited, and whether it happened then. */
export interface WaitingRow {
  readonly days: number
  readonly happened: boolean
  readonly count: number
}

/** Fewer events than this: no quantile is given. */
const fewestEvents = 10

/** Days within which this share has happened, with its 95 % interval; null below ten events. */
export function waitingQuantile(rows: readonly WaitingRow[], share: number): SurvivalQuantile | null {
  const curve = kaplanMeier(
    rows
      .filter(({ days }) => days >= 0)
      .map(({ days, happened, count }) => ({ time: days, event: happened, count })),
  )
  return curve.events < fewestEvents ? null : survivalQuantile(curve, share)
}

const days = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 1)

/** `17 days (95 % interval 15 to 19)`; never reached: `more than 90 days`; null: nothing to say. */
export function waitingText(found: SurvivalQuantile | null): string | null {
  if (found === null) return null
  const { quantile, lower, upper, lastFollowUp } = found
  if (quantile === null) return lastFollowUp === null ? null : `more than ${formatNumber(lastFollowUp)} days`
  const interval =
    lower === null
      ? ''
      : ` (95 % interval ${days(lower)} ${upper === null ? 'upwards' : `to ${days(upper)}`})`
  return `${days(quantile)} days${interval}`
}
