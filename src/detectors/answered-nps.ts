// Answers of an entity over a span, and the NPS of them.
import { npsScoreInterval, type NpsCounts } from '../stats/index.ts'
import type { Entity } from './target-ledger.ts'
import { lastMonth, type Span } from './month-span.ts'

export const none: NpsCounts = { detractors: 0, passives: 0, promoters: 0 }

export const plus = (a: NpsCounts, b: NpsCounts): NpsCounts => ({
  detractors: a.detractors + b.detractors,
  passives: a.passives + b.passives,
  promoters: a.promoters + b.promoters,
})

/** What is left of the whole without the part. */
export const minus = (whole: NpsCounts, part: NpsCounts): NpsCounts => ({
  detractors: whole.detractors - part.detractors,
  passives: whole.passives - part.passives,
  promoters: whole.promoters - part.promoters,
})

export const size = ({ detractors, passives, promoters }: NpsCounts): number =>
  detractors + passives + promoters

/** The latest answer of each respondent in the span. */
export const answersIn = (entity: Entity, span: Span): NpsCounts =>
  entity.answers
    .filter(({ month }) => month !== null && month >= span.first && month <= lastMonth(span))
    .reduce((sum, { latest }) => plus(sum, latest[span.grain]), none)

/** Every answer, also those without a day. */
export const allAnswers = (entity: Entity): NpsCounts =>
  entity.answers.reduce((sum, { all }) => plus(sum, all), none)

export interface ShownNps {
  readonly n: number
  /** null below the display floor: too few answers to say anything, and few enough to guess who said it. */
  readonly nps: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** NPS on -1..1 with its 95 % score interval, unless there are fewer than `floor` answers. */
export function shownNps(counts: NpsCounts, floor: number): ShownNps {
  const { n, nps, lower, upper } = npsScoreInterval(counts)
  return n < floor ? { n, nps: null, lower: null, upper: null } : { n, nps, lower, upper }
}
