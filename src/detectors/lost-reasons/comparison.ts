// Which days are ranked and which two periods are compared: decided once, for the queries and for the decision.
import type { ReportPeriod } from '../../report/index.ts'
import {
  addDays,
  isComplete,
  periodOf,
  previousPeriod,
  type CalendarDate,
  type Period,
} from '../../schema/index.ts'
import type { DetectorInput } from '../detector.ts'
import type { Options } from './options.ts'
import type { Population } from './populations.ts'

/** What the queries and the decision both know. */
export type Input = Pick<
  DetectorInput<Options>,
  'present' | 'asOf' | 'horizon' | 'options' | 'period' | 'since' | 'until'
>

/** First and last day, both included; null: no bound. */
export interface Days {
  readonly first: CalendarDate | null
  readonly last: CalendarDate | null
}

export type Comparison =
  | { readonly before: ReportPeriod; readonly after: ReportPeriod; readonly missing: null }
  | { readonly before: null; readonly after: null; readonly missing: string }

const beginning: CalendarDate = '0001-01-01'
const earliest: CalendarDate = '0003-01-01'

const later = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null || (b !== null && b > a) ? b : a
const earlier = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null || (b !== null && b < a) ? b : a

/** Everything the run may look at: what had not happened on asOf is left out. */
export const allDays = ({ since, until, asOf }: Input): Days => ({ first: since, last: earlier(until, asOf) })

/** The days that are ranked: those of the period the user asked for, else all. */
export const rankedDays = (input: Input): Days => {
  const { first, last } = allDays(input)
  return { first: later(first, input.period?.start ?? null), last: earlier(last, input.period?.end ?? null) }
}

const missing = (reason: string): Comparison => ({ before: null, after: null, missing: reason })

function atSplit(split: CalendarDate, end: CalendarDate, since: CalendarDate | null): Comparison {
  const start = since ?? beginning
  if (split > end || split <= start) return missing(`no loss lies on either side of ${split}`)
  return {
    before: { grain: 'custom', label: `before ${split}`, start, end: addDays(split, -1) },
    after: { grain: 'custom', label: `from ${split} on`, start: split, end },
    missing: null,
  }
}

function newestComplete(end: CalendarDate): Period {
  const newest = periodOf('quarter', end)
  return isComplete(newest, end) ? newest : previousPeriod(newest)
}

export function comparisonOf(population: Population, input: Input): Comparison {
  if (population.day === null)
    return missing(
      population.table === 'leads'
        ? 'leads have no day on which they were lost'
        : 'there are no dates of the losses',
    )
  const end = earlier(input.horizon(population.table), input.until) ?? input.asOf
  if (input.options.splitDate !== null) return atSplit(input.options.splitDate, end, input.since)
  // Dates that early are no dates: there would be no period before.
  if (end < earliest) return missing('there are no dates of the losses')
  const after = input.period ?? newestComplete(end)
  if (after.start < earliest) return missing(`there is no period before ${after.label}`)
  const before = previousPeriod(after)
  if (input.since !== null && input.since > before.start)
    return missing(`the losses looked at begin on ${input.since}, inside ${before.label}`)
  return { before, after, missing: null }
}
