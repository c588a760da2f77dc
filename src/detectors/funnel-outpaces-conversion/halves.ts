// The usable months cut in two: what an older and a newer lead did, so that a trend becomes two plain rates.
import { daysBetween } from '../../schema/index.ts'
import type { LeadGroup } from '../../stats/index.ts'
import type { Census } from './census.ts'
import type { Cohort } from './funnel.ts'
import { waitingCurve } from './lead-groups.ts'

export interface Half {
  readonly name: 'older' | 'newer'
  readonly months: readonly Cohort[]
  readonly leads: number
  readonly conversions: number
  readonly mature: number
  readonly rate: number | null
  /** Half of the conversions within the horizon had come by this day after creation; null with too few to say. */
  readonly medianDays: number | null
}

export type Halves = readonly [Half, Half]

/** Fewer conversions give no median. */
const minEvents = 10

/**
 * The day by which half of the conversions within the horizon come, from the curve of these months alone: a slower funnel shows,
 * a merely younger one does not. null below 10 conversions, and where no lead was watched for the whole horizon.
 */
export function medianLag(
  groups: readonly LeadGroup[],
  months: readonly Cohort[],
  horizonDays: number,
  census: Census,
): number | null {
  const oldest = months[0]
  if (oldest === undefined || daysBetween(oldest.period.start, census.end) < horizonDays) return null
  const labels = new Set(months.map(({ period }) => period.label))
  const curve = waitingCurve(
    groups.filter(({ month }) => labels.has(month)),
    horizonDays,
  )
  const last = curve.steps.at(-1)
  if (curve.events < minEvents || last === undefined) return null
  const half = (1 + last.survival) / 2
  return curve.steps.find(({ survival }) => survival <= half)?.time ?? null
}

function halfOf(name: Half['name'], months: readonly Cohort[], medianDays: number | null): Half {
  const total = { leads: 0, conversions: 0, mature: 0 }
  for (const { leads, conversions, mature } of months) {
    total.leads += leads
    total.conversions += conversions
    total.mature += mature ?? 0
  }
  return {
    name,
    months,
    ...total,
    rate: total.mature > 0 ? total.conversions / total.mature : null,
    medianDays,
  }
}

/** null below two usable months. With an odd number the newer half is the longer one. */
export function halvesOf(
  usable: readonly Cohort[],
  medianOf: (months: readonly Cohort[]) => number | null,
): Halves | null {
  if (usable.length < 2) return null
  const cut = Math.floor(usable.length / 2)
  const [older, newer] = [usable.slice(0, cut), usable.slice(cut)]
  return [halfOf('older', older, medianOf(older)), halfOf('newer', newer, medianOf(newer))]
}
