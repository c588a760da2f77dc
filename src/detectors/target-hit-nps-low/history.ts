// Earlier periods: every target against what was booked, and the trend of the company.
import type { Scalar, Table } from '../../report/index.ts'
import { attainmentIn, targetsIn, type EntityAttainment } from '../target-attainment.ts'
import { levels, type Entity, type Ledger, type Level } from '../target-ledger.ts'
import { answersIn, shownNps } from '../answered-nps.ts'
import type { Options } from './options.ts'
import { isJudgeable, type Bounds } from '../target-period.ts'
import { lastMonth, monthNumber, periodOfSpan, spanAt, type Span, type SpanGrain } from '../month-span.ts'
import { summed } from '../target-standing.ts'

export interface PastTarget {
  readonly level: Level
  readonly entity: Entity
  readonly span: Span
  readonly attainment: EntityAttainment
}

/** The first month anything was booked in; targets before it belong to a time the exports do not hold. */
const firstBooking = (ledger: Ledger): number =>
  ledger.company.bookings.reduce((first, { month }) => Math.min(first, month), Infinity)

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Every target of a period that is over, as it was set, compared with what was booked; the newest first. */
export function pastTargets(ledger: Ledger, bounds: Bounds): PastTarget[] {
  const start = firstBooking(ledger)
  const named = bounds.period
  const found = levels.flatMap((level) =>
    [...ledger.levels[level].values()].flatMap((entity) => {
      const spans = new Map(entity.targets.map(({ span }) => [`${span.first}/${span.months}`, span]))
      return [...spans.values()]
        .filter((span) => lastMonth(span) >= start && isJudgeable(span, bounds))
        .filter((span) => named === null || periodOfSpan(span).end <= named.end)
        .map((span) => ({ level, entity, span, attainment: attainmentIn(entity, span) }))
    }),
  )
  return found.toSorted(
    (a, b) =>
      lastMonth(b.span) - lastMonth(a.span) ||
      b.span.months - a.span.months ||
      levels.indexOf(a.level) - levels.indexOf(b.level) ||
      text(a.entity.label, b.entity.label),
  )
}

const mostRows = 2000

export function historyTable(past: readonly PastTarget[], options: Options): Table[] {
  const rows = past.flatMap(({ level, entity, span, attainment }) => {
    const { n, nps } = shownNps(answersIn(entity, span), options.displayFloor)
    return attainment.lines
      .filter(({ target }) => target !== null)
      .map((line): Scalar[] => [
        periodOfSpan(span).label,
        level,
        entity.label,
        line.attainment,
        line.hit,
        nps,
        n,
        line.booked,
        line.target,
        line.currency,
      ])
  })
  if (rows.length === 0) return []
  const shown = rows.slice(0, mostRows)
  return [
    {
      id: 'history',
      title: 'Every target of the past',
      note: 'Targets of periods that are over, as they were set; booked is what was won in the period.',
      columns: [
        { id: 'period', label: 'Period', type: 'period' },
        { id: 'level', label: 'Level', type: 'text', priority: 3 },
        { id: 'entity', label: 'Name', type: 'text' },
        { id: 'attainment', label: 'Attainment', type: 'share' },
        { id: 'hit', label: 'Target hit', type: 'flag', priority: 2 },
        { id: 'nps', label: 'NPS', type: 'nps' },
        { id: 'n', label: 'Answers', type: 'count' },
        { id: 'booked', label: 'Booked', type: 'money', currencyFrom: 'currency', priority: 4 },
        { id: 'target', label: 'Target', type: 'money', currencyFrom: 'currency', priority: 5 },
        { id: 'currency', label: 'Currency', type: 'text', priority: 9 },
      ],
      rows: shown,
      ...(shown.length < rows.length ? { totalRows: rows.length } : {}),
    },
  ]
}

const mostPeriods = 60

/** One row per period of the grain: targets hit by those the level names, and the NPS of the company. */
export function trendTable(
  level: Level,
  grain: SpanGrain,
  ledger: Ledger,
  bounds: Bounds,
  options: Options,
): Table[] {
  const now = monthNumber(bounds.asOf)
  const entities = [...ledger.levels[level].values()]
  const months = [
    ...ledger.company.answers.flatMap(({ month }) => month ?? []),
    ...ledger.company.bookings.map(({ month }) => month),
  ].filter((month) => month <= now)
  const first = months.reduce((least, month) => Math.min(least, month), Infinity)
  if (first === Infinity) return []
  const spans: Span[] = []
  const last = months.reduce((most, month) => Math.max(most, month), first)
  for (
    let span = spanAt(grain, first, ledger.shifts);
    span.first <= last;
    span = { ...span, first: lastMonth(span) + 1 }
  )
    spans.push(span)
  const rows = spans.slice(-mostPeriods).map((span): Scalar[] => {
    const set = entities
      .filter(({ targets }) => targetsIn(targets, span).length > 0)
      .map((entity) => attainmentIn(entity, span))
      .filter(({ status }) => status === 'ok')
    const over = isJudgeable(span, { ...bounds, since: null, until: null })
    const own = attainmentIn(ledger.company, span)
    const company =
      own.status === 'missing' ? summed('company', ledger.company, span, ledger).attainment : own
    const { n, nps, lower, upper } = shownNps(answersIn(ledger.company, span), options.displayFloor)
    const hits = set.filter(({ hit }) => hit === true).length
    return [
      periodOfSpan(span).label,
      over ? hits : null,
      set.length,
      company.attainment,
      nps,
      lower,
      upper,
      n,
      !over,
    ]
  })
  return [
    {
      id: 'trend',
      title: `Targets hit and NPS of the company by ${grain}`,
      note: `"Targets hit" counts the targets of this level: ${level}. A period that is not over has no hits yet. Without a target of its own the company is measured on the sum of lower targets.`,
      columns: [
        { id: 'period', label: 'Period', type: 'period' },
        { id: 'hits', label: 'Targets hit', type: 'count' },
        { id: 'targets', label: 'of', type: 'count' },
        { id: 'attainment', label: 'Company attainment', type: 'share', priority: 4 },
        { id: 'nps', label: 'NPS', type: 'nps' },
        { id: 'lower', label: 'from', type: 'nps', priority: 2 },
        { id: 'upper', label: 'to', type: 'nps', priority: 2 },
        { id: 'n', label: 'Answers', type: 'count' },
        { id: 'open', label: 'Not over', type: 'flag', priority: 3 },
      ],
      rows,
      chart: {
        kind: 'lines',
        title: 'NPS of the company over time',
        description: `NPS of the company in ${rows.length} periods, with 95 % intervals.`,
        x: 'period',
        y: ['nps'],
        lower: 'lower',
        upper: 'upper',
        beside: 'attainment',
        provisional: 'open',
      },
    },
  ]
}
