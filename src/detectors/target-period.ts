// Which period is judged on a level: the newest complete one that has targets, a longer one where answers are few.
import { isComplete, type CalendarDate, type Period } from '../schema/index.ts'
import { targetsIn } from './target-attainment.ts'
import type { Entity, Ledger, Level } from './target-ledger.ts'
import { answersIn, size } from './answered-nps.ts'
import {
  covers,
  grains,
  lastMonth,
  periodOfSpan,
  spanAt,
  spanOfPeriod,
  type Span,
  type SpanGrain,
} from './month-span.ts'

export interface Bounds {
  readonly asOf: CalendarDate
  readonly since: CalendarDate | null
  readonly until: CalendarDate | null
  readonly period: Period | null
  readonly minResponses: number
}

export interface Choice {
  readonly span: Span
  /** The period the targets were made for, where months or quarters were too thin: what was left behind and its median of answers. */
  readonly from: { readonly grain: SpanGrain; readonly median: number } | null
  /** A period the user named need not be over. */
  readonly complete: boolean
}

/** Over, and wholly inside what the user wants counted. */
export function isJudgeable(span: Span, { asOf, since, until }: Bounds): boolean {
  const period = periodOfSpan(span)
  return (
    isComplete(period, asOf) &&
    (since === null || period.start >= since) &&
    (until === null || period.end <= until)
  )
}

const withTarget = (entities: Iterable<Entity>, span: Span): Entity[] =>
  [...entities].filter(({ targets }) => targetsIn(targets, span).length > 0)

/** The middle number of answers of those who have a target; 0 when nobody has. */
export function medianAnswers(entities: Iterable<Entity>, span: Span): number {
  const sizes = withTarget(entities, span)
    .map((entity) => size(answersIn(entity, span)))
    .toSorted((a, b) => a - b)
  const middle = sizes.length >> 1
  if (sizes.length === 0) return 0
  return sizes.length % 2 === 1 ? (sizes[middle] ?? 0) : ((sizes[middle - 1] ?? 0) + (sizes[middle] ?? 0)) / 2
}

/** Newest judgeable span of the grain whose months all carry targets of the level. */
function newestCovered(
  grain: SpanGrain,
  entities: readonly Entity[],
  ledger: Ledger,
  bounds: Bounds,
): Span | null {
  const months = new Set<number>()
  const spans = new Map<number, Span>()
  for (const { targets } of entities) {
    for (const { span } of targets) {
      const outer = spanAt(grain, span.first, ledger.shifts)
      if (!covers(outer, span)) continue
      spans.set(outer.first, outer)
      for (let month = span.first; month <= lastMonth(span); month++) months.add(month)
    }
  }
  const full = [...spans.values()].filter((span) => {
    for (let month = span.first; month <= lastMonth(span); month++) if (!months.has(month)) return false
    return isJudgeable(span, bounds)
  })
  return full.reduce<Span | null>(
    (best, span) => (best === null || span.first > best.first ? span : best),
    null,
  )
}

/** null: no target of this level in the named period, or no period with targets is over. */
export function choosePeriod(level: Level, ledger: Ledger, bounds: Bounds): Choice | null {
  const entities = [...ledger.levels[level].values()].filter(({ targets }) => targets.length > 0)
  if (bounds.period !== null) {
    const span = spanOfPeriod(bounds.period)
    if (span === null || withTarget(entities, span).length === 0) return null
    return { span, from: null, complete: isComplete(bounds.period, bounds.asOf) }
  }
  let chosen: Choice | null = null
  for (const grain of grains) {
    if (chosen === null && !entities.some(({ targets }) => targets.some(({ span }) => span.grain === grain)))
      continue
    const span = newestCovered(grain, entities, ledger, bounds)
    if (span === null) continue
    if (chosen === null) {
      chosen = { span, from: null, complete: true }
      continue
    }
    const median = medianAnswers(entities, chosen.span)
    const answered = entities.some(({ answers }) => answers.length > 0)
    if (median >= bounds.minResponses || !answered) break
    chosen = { span, from: chosen.from ?? { grain: chosen.span.grain, median }, complete: true }
  }
  return chosen
}
