// The verdict per owner, team, product and the company: target hit, and an NPS that is low both in size and beyond chance.
import { benjaminiHochberg, npsDifference, npsTestBelow, shrinkNps, type NpsCounts } from '../stats/index.ts'
import type { EntityAttainment } from './target-attainment.ts'
import type { Level } from './target-ledger.ts'
import { minus, shownNps, size, type ShownNps } from './answered-nps.ts'

type EntityOutcome = 'problem' | 'watch' | 'ok' | 'insufficient-data' | 'not-hit' | 'missing' | 'no-target'

/** When an NPS beside a target that was hit is low; the options of target-hit-nps-low, where each is explained. */
export interface TargetLimits {
  readonly compareTo: 'company' | 'threshold'
  /** In NPS points, as `gap` and `npsCeiling`. */
  readonly npsThreshold: number
  readonly gap: number
  readonly npsCeiling: number
  readonly minResponses: number
  readonly displayFloor: number
}

export interface Candidate {
  readonly key: string
  readonly label: string
  readonly attainment: EntityAttainment
  readonly counts: NpsCounts
}

export interface Judged extends Candidate {
  readonly level: Level
  readonly nps: ShownNps
  /** What the NPS is held against: the rest of the company, or the threshold; null when there is too little of a rest. */
  readonly reference: { readonly nps: number; readonly n: number | null } | null
  readonly p: number | null
  readonly adjustedP: number | null
  readonly outcome: EntityOutcome
  /** NPS pulled towards the pool, for ordering; null where the level cannot be ranked. */
  readonly shrunk: number | null
}

/** p-values at or below this, adjusted for a problem, as they are for something to watch. */
export const significance = 0.1

// The exact test wants a threshold strictly inside: nobody can lie below -100 or be told from just below +100.
const inside = (threshold: number): number => Math.min(Math.max(threshold, -0.999_999), 0.999_999)

interface Comparison {
  readonly reference: Judged['reference']
  readonly p: number | null
  readonly isLow: boolean
}

/** The exact test takes a while and owners often have the same few answers: each triple of counts is tested once. */
function thresholdTest(
  options: TargetLimits,
): (counts: NpsCounts, nps: number, isTested: boolean) => Comparison {
  const threshold = options.npsThreshold / 100
  const known = new Map<string, number | null>()
  const test = (counts: NpsCounts): number | null => {
    const name = `${counts.detractors}/${counts.passives}/${counts.promoters}`
    const p = known.get(name) ?? npsTestBelow(counts, inside(threshold)).p
    known.set(name, p)
    return p
  }
  return (counts, nps, isTested) => ({
    reference: { nps: threshold, n: null },
    p: isTested ? test(counts) : null,
    isLow: nps < threshold,
  })
}

function againstRest(
  counts: NpsCounts,
  nps: number,
  rest: NpsCounts,
  isTested: boolean,
  options: TargetLimits,
): Comparison {
  const shown = shownNps(rest, options.displayFloor)
  if (shown.nps === null) return { reference: null, p: null, isLow: false }
  // A hair of tolerance: 0.3 - 0.1 must count as a gap of ten points from 0.2.
  const isLow = nps <= shown.nps - options.gap / 100 + 1e-9 && nps < options.npsCeiling / 100
  return {
    reference: { nps: shown.nps, n: shown.n },
    p: isTested ? npsDifference(counts, rest).pLess : null,
    isLow,
  }
}

function outcomeOf(
  candidate: Candidate,
  { p, isLow }: Comparison,
  adjustedP: number | null,
  options: TargetLimits,
): EntityOutcome {
  const { status, hit } = candidate.attainment
  if (status !== 'ok') return status
  if (hit !== true) return 'not-hit'
  if (adjustedP !== null && adjustedP <= significance && isLow) return 'problem'
  if (p !== null && p <= significance && isLow) return 'watch'
  return size(candidate.counts) < options.minResponses || p === null ? 'insufficient-data' : 'ok'
}

/** Judges all of a level in one period together: their p-values are one family. `company` are the answers of everybody. */
export function judgeLevel(
  level: Level,
  candidates: readonly Candidate[],
  company: NpsCounts,
  options: TargetLimits,
): Judged[] {
  const shown = candidates.map(({ counts }) => shownNps(counts, options.displayFloor))
  const nothing: Comparison = { reference: null, p: null, isLow: false }
  const againstThreshold = thresholdTest(options)
  const compared = candidates.map(({ counts, attainment }, index): Comparison => {
    const nps = shown[index]?.nps ?? null
    if (nps === null) return nothing
    // Only who hit the target is tested; what the NPS is held against is shown for everybody.
    const isTested = attainment.hit === true
    return level === 'company' || options.compareTo === 'threshold'
      ? againstThreshold(counts, nps, isTested)
      : againstRest(counts, nps, minus(company, counts), isTested, options)
  })
  const adjusted = benjaminiHochberg(
    compared.map(({ p }, index) => ((shown[index]?.n ?? 0) >= options.minResponses ? p : null)),
  )
  const shrunk = shrunkNps(level, candidates)
  return candidates.map((candidate, index): Judged => {
    const comparison = compared[index] ?? nothing
    const nps = shown[index] ?? { n: 0, nps: null, lower: null, upper: null }
    const adjustedP = adjusted[index] ?? null
    const outcome = outcomeOf(candidate, comparison, adjustedP, options)
    const { reference, p } = comparison
    const pulled = nps.nps === null ? null : (shrunk.get(index) ?? null)
    return { ...candidate, level, nps, reference, p, adjustedP, outcome, shrunk: pulled }
  })
}

/** Empty where the level does not differ more than chance: no league table then. */
function shrunkNps(level: Level, candidates: readonly Candidate[]): Map<number, number> {
  if (level === 'company') return new Map()
  const { rankable, entities } = shrinkNps(candidates.map(({ counts }) => counts))
  return new Map(rankable ? entities.map(({ index, shrunk }) => [index, shrunk]) : [])
}
