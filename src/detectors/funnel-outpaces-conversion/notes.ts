// What to know when reading the answer: what was read, what was left out, and where it may mislead.
import { formatCount, formatP, formatShare } from '../../report/index.ts'
import { nextPeriod, periodOf } from '../../schema/index.ts'
import { pettitt, survivalAt } from '../../stats/index.ts'
import type { Analysis } from './analysis.ts'
import { isDated, type Basis } from './basis.ts'
import { longLag } from './census.ts'
import { lastWholeMonth, rateOf } from './funnel.ts'
import { waitingCurve } from './lead-groups.ts'
import type { Wording } from './wording.ts'

const readFrom: Readonly<Record<Basis, string>> = {
  'lead-dates': 'Read from leads and the day each converted.',
  'won-deals':
    'Leads carry no conversion date: a lead counts as converted on the day its first deal was won.',
  deals: 'There are no leads: new deals and the day each was won stand for the funnel.',
  'lead-flags':
    'Leads say whether they converted, not when. Older leads had more time than newer ones, which no one can correct for: the verdict goes no further than watch.',
  calendar:
    'Deals name no lead, so won deals of a month are held against leads of the same month. That ratio drifts when leads grow (false alarms in 2 to 19 % of healthy funnels): the verdict goes no further than watch.',
  'leads-only': 'Nothing records a conversion: leads are counted only.',
}

/** `2024-08 was not over and is left out`, or which later months hold no leads. */
function monthsLeftOut({ census, through }: Analysis, { entrants }: Wording): string {
  if (through === null || through >= census.end) return ''
  const first = nextPeriod(periodOf('month', through))
  const whole = lastWholeMonth(census.end)
  if (whole === null || whole === through)
    return `; ${first.label} was not over and is left out of the months`
  return `; ${entrants} reach to the end of ${through.slice(0, 7)}, so later months are left out`
}

const reach = (analysis: Analysis, wording: Wording): string =>
  `Data reach until ${analysis.census.end}${monthsLeftOut(analysis, wording)}. Lost ${wording.entrants} count as not converted.`

function leftOut({ left }: Analysis, { entrant, entrants, one, many }: Wording): string[] {
  const named = (count: number): string => formatCount(count, entrant, entrants)
  const notes: string[] = []
  if (left.early > 0) notes.push(`${named(left.early)} left out: the ${one} lies before the creation.`)
  if (left.strays > 0) notes.push(`${named(left.strays)} left out: created years before all others.`)
  if (left.undated > 0) notes.push(`${named(left.undated)} left out: no creation date.`)
  if (left.future > 0) notes.push(`${named(left.future)} left out: created after the data end.`)
  if (left.late > 0)
    notes.push(`${named(left.late)} counted as not converted: the ${one} lies after the data end.`)
  if (left.dateless > 0)
    notes.push(
      `${named(left.dateless)} counted as not converted: nobody recorded the day. Many such ${many} hide a part of the rate.`,
    )
  return notes
}

const days = (value: number): string => formatCount(value, 'day')

/** From a tenth slower on, part of a falling rate may be delay. */
const slower = 1.1

function speed({ halves, estimated }: Analysis, { conversions }: Wording): string[] {
  if (halves === null || estimated.estimate === null) return []
  const [older, newer] = halves
  if (older.medianDays === null || newer.medianDays === null) return []
  const slowed = newer.medianDays >= older.medianDays * slower && newer.medianDays > older.medianDays
  const warning =
    slowed && estimated.estimate.totalGap < 0
      ? ' They have become slower: part of a falling rate may be delay, which a longer horizonDays would show.'
      : ''
  return [
    `Half of the ${conversions} had come by ${days(older.medianDays)} in the older half and by ${days(newer.medianDays)} in the newer half.${warning}`,
  ]
}

function horizonShare({ groups, settings, estimated, followUpDays }: Analysis, wording: Wording): string[] {
  const { horizonDays } = settings
  if (estimated.estimate === null) return []
  if (followUpDays !== null && followUpDays < horizonDays)
    return [
      `No lead has been watched for ${horizonDays} days yet: what is called that covers ${followUpDays} days.`,
    ]
  const watched = groups.some(({ ageDays }) => ageDays >= longLag)
  if (!watched || horizonDays >= longLag) return []
  const curve = waitingCurve(groups, longLag)
  const share = (within: number): number => 1 - (survivalAt(curve, within).survival ?? 1)
  const [short, long] = [share(horizonDays), share(longLag)]
  if (long <= 0) return []
  const advice = short / long < 0.7 ? ' A longer horizonDays would see more of them.' : ''
  return [
    `Of the ${wording.many} within ${longLag} days, ${formatShare(short / long)} come within ${days(horizonDays)}.${advice}`,
  ]
}

const breakP = 0.05
const breakMonths = 12

function changePoint({ usable, estimated }: Analysis): string[] {
  const { tau, p } = pettitt(usable.map((month) => rateOf(month) ?? 0))
  if (estimated.estimate === null || p === null || p > breakP || usable.length < breakMonths) return []
  const after = usable[tau - 1]?.period.label ?? ''
  return [
    `The most likely break in the rate is after ${after} (Pettitt p ${formatP(p)}); a steady decline can look like one too.`,
  ]
}

export function notesOf(analysis: Analysis, wording: Wording, more: readonly (string | null)[]): string[] {
  const { census, usable, settings, estimated } = analysis
  const dated = isDated(census.basis)
  const short =
    dated && estimated.estimate !== null && usable.length < settings.longHistoryMonths
      ? [
          `With ${formatCount(usable.length, 'usable month')} only a very large fall can be told from a season.`,
        ]
      : []
  return [
    readFrom[census.basis],
    ...(analysis.months.length > 0 ? [reach(analysis, wording)] : []),
    ...(dated ? leftOut(analysis, wording) : []),
    ...short,
    ...speed(analysis, wording),
    ...(dated ? horizonShare(analysis, wording) : []),
    ...changePoint(analysis),
    ...more.flatMap((note) => note ?? []),
  ]
}
