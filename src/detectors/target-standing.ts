// How every level stands: what is judged, in which period, and what is only shown.
import type { NpsCounts } from '../stats/index.ts'
import { attainmentIn, bookedIn, compare, targetsIn, type EntityAttainment } from './target-attainment.ts'
import { judgeLevel, type Judged, type TargetLimits } from './target-verdict.ts'
import { levels, type Entity, type Ledger, type Level } from './target-ledger.ts'
import { answersIn, shownNps, size } from './answered-nps.ts'
import { choosePeriod, type Bounds, type Choice } from './target-period.ts'
import type { Span } from './month-span.ts'

export type LevelOutcome = 'problem' | 'watch' | 'ok' | 'insufficient-data'

export interface LevelStanding {
  readonly level: Level
  readonly span: Span
  /** null: there is no target of this level; it is shown beside the others and not judged. */
  readonly choice: Choice | null
  readonly rows: readonly Judged[]
  readonly outcome: LevelOutcome | null
  /** Whose targets were added up where the level has none of its own. */
  readonly summedFrom: Level | null
}

/** Whose targets may be added up for a level without its own, the finest first. */
const below: Readonly<Record<Level, readonly Level[]>> = {
  owner: [],
  team: ['owner'],
  product: [],
  company: ['owner', 'team', 'product'],
}

const isPart = (part: Entity, level: Level, whole: Entity): boolean =>
  level === 'company' || part.team === whole.key

/** Booked money against the added targets of lower levels: shown, never judged. */
export function summed(
  level: Level,
  entity: Entity,
  span: Span,
  ledger: Ledger,
): { attainment: EntityAttainment; from: Level | null } {
  for (const from of below[level]) {
    const parts = [...ledger.levels[from].values()].filter((part) => isPart(part, level, entity))
    const wanted = new Map<string | null, number | null>()
    for (const { currency, amount } of parts.flatMap(({ targets }) => targetsIn(targets, span)))
      if (amount !== null) wanted.set(currency, (wanted.get(currency) ?? 0) + amount)
    if (wanted.size > 0) return { attainment: compare(bookedIn(entity, span), wanted), from }
  }
  return { attainment: compare(bookedIn(entity, span), new Map()), from: null }
}

const isInvolved = (entity: Entity, span: Span): boolean =>
  targetsIn(entity.targets, span).length > 0 ||
  bookedIn(entity, span).size > 0 ||
  size(answersIn(entity, span)) > 0

function levelOutcome(rows: readonly Judged[]): LevelOutcome {
  const some = (outcome: Judged['outcome']): boolean => rows.some((row) => row.outcome === outcome)
  if (some('problem')) return 'problem'
  if (some('watch')) return 'watch'
  // Where nobody hit the target, nobody hit it with a low NPS: that is an answer.
  return some('ok') || (some('not-hit') && !some('insufficient-data')) ? 'ok' : 'insufficient-data'
}

function judged(level: Level, choice: Choice, ledger: Ledger, options: TargetLimits): LevelStanding {
  const { span } = choice
  const company: NpsCounts = answersIn(ledger.company, span)
  const candidates = [...ledger.levels[level].values()]
    .filter((entity) => isInvolved(entity, span))
    .map((entity) => ({
      key: entity.key,
      label: entity.label,
      attainment: attainmentIn(entity, span),
      counts: answersIn(entity, span),
    }))
  const rows = judgeLevel(level, candidates, company, options)
  return { level, span, choice, rows, outcome: levelOutcome(rows), summedFrom: null }
}

function shown(level: Level, span: Span, ledger: Ledger, options: TargetLimits): LevelStanding {
  let summedFrom: Level | null = null
  const rows = [...ledger.levels[level].values()]
    .filter((entity) => level === 'company' || isInvolved(entity, span))
    .map((entity): Judged => {
      const { attainment, from } = summed(level, entity, span, ledger)
      summedFrom ??= from
      const counts = answersIn(entity, span)
      const nps = shownNps(counts, options.displayFloor)
      const { key, label } = entity
      return {
        key,
        label,
        level,
        attainment,
        counts,
        nps,
        reference: null,
        p: null,
        adjustedP: null,
        shrunk: null,
        outcome: 'missing',
      }
    })
  return { level, span, choice: null, rows, outcome: null, summedFrom }
}

/** Every level with something to show, in the order owner, team, product, company; empty when no level can be judged. */
export function standings(ledger: Ledger, bounds: Bounds, options: TargetLimits): LevelStanding[] {
  const choices = new Map(
    levels.flatMap((level) => {
      const choice = choosePeriod(level, ledger, bounds)
      return choice === null ? [] : [[level, choice] as const]
    }),
  )
  const [main] = choices.values()
  if (main === undefined) return []
  return levels
    .map((level) => {
      const choice = choices.get(level)
      return choice === undefined
        ? shown(level, main.span, ledger, options)
        : judged(level, choice, ledger, options)
    })
    .filter(({ rows }) => rows.length > 0)
}
