// The headline values under names that do not change.
import type { NpsCounts } from '../../stats/index.ts'
import type { Judged } from '../target-verdict.ts'
import { levels, type Ledger, type Level } from '../target-ledger.ts'
import { allAnswers, shownNps, size } from '../answered-nps.ts'
import type { Options } from './options.ts'
import { periodOfSpan } from '../month-span.ts'
import type { LevelStanding } from '../target-standing.ts'

interface SummaryEntity {
  readonly level: Level
  readonly entity: string
  readonly attainment: number | null
  readonly hit: boolean | null
  readonly n: number
  /** -1..1; null below the display floor. */
  readonly nps: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly p: number | null
  readonly adjustedP: number | null
  readonly outcome: Judged['outcome']
}

export interface Summary {
  /** null when no period can be judged: the NPS is then of all answers. Two levels judged by different periods give both labels. */
  readonly period: string | null
  readonly compareTo: string
  readonly entities: readonly SummaryEntity[]
}

const byLabel = (a: { entity: string }, b: { entity: string }): number =>
  a.entity < b.entity ? -1 : a.entity > b.entity ? 1 : 0

const entityOf = ({ level, label, attainment, nps, p, adjustedP, outcome }: Judged): SummaryEntity => ({
  level,
  entity: label,
  attainment: outcome === 'missing' ? null : attainment.attainment,
  hit: outcome === 'missing' ? null : attainment.hit,
  ...nps,
  p,
  adjustedP,
  outcome,
})

const answered = (level: Level, entity: string, counts: NpsCounts, floor: number): SummaryEntity => ({
  level,
  entity,
  attainment: null,
  hit: null,
  ...shownNps(counts, floor),
  p: null,
  adjustedP: null,
  outcome: 'missing',
})

/** Without a period to judge: the NPS of every answer there is. */
function unjudged(ledger: Ledger, floor: number): SummaryEntity[] {
  return levels.flatMap((level) =>
    [...ledger.levels[level].values()]
      .map((entity) => ({ entity: entity.label, counts: allAnswers(entity) }))
      .filter(({ counts }) => level === 'company' || size(counts) > 0)
      .toSorted(byLabel)
      .map(({ entity, counts }) => answered(level, entity, counts, floor)),
  )
}

/** Judged levels, and the company in any case. */
export function summaryOf(ledger: Ledger, standing: readonly LevelStanding[], options: Options): Summary {
  const { compareTo } = options
  if (standing.length === 0)
    return { period: null, compareTo, entities: unjudged(ledger, options.displayFloor) }
  const labels = new Set(
    standing.filter(({ choice }) => choice !== null).map(({ span }) => periodOfSpan(span).label),
  )
  const entities = standing
    .filter(({ level, choice }) => choice !== null || level === 'company')
    .flatMap(({ rows }) => rows.map(entityOf).toSorted(byLabel))
  return { period: [...labels].join(', '), compareTo, entities }
}
