// Everything known about the reasons of one population: read, counted, ranked, compared. Findings and tables are made from it.
import type { Words } from '../detector.ts'
import { changeOf, type ChangeOrWhyNot } from './change.ts'
import { comparisonOf, type Input } from './comparison.ts'
import { liftOf, type ColumnLift } from './lift.ts'
import { valuesOf, type CurrencyValue } from './money.ts'
import type { Population } from './populations.ts'
import { rankingOf, type Ranking } from './ranking.ts'
import type { ChangeRow, ReasonRow, SegmentRow, StageRow, TotalRow } from './rows.ts'
import { segmentsOf, type Segments } from './segments.ts'
import { stagesOf, type ReasonStages } from './stages.ts'
import { tallyOf, type Tally } from './tally.ts'
import type { Wording } from './words/clusters.ts'
import { wordLists } from './words/lists.ts'
import { vocabularyOf, type Vocabulary } from './words/vocabulary.ts'

export interface Analysis {
  readonly population: Population
  readonly vocabulary: Vocabulary
  readonly tally: Tally
  /** Share of the losses with a reason; null without losses, and where only reasoned ones are known. */
  readonly coverage: number | null
  readonly lowCoverage: boolean
  /** Fewer losses with a reason than a verdict needs. */
  readonly isThin: boolean
  readonly ranking: Ranking
  readonly values: readonly CurrencyValue[]
  readonly comparison: ChangeOrWhyNot
  readonly segments: readonly Segments[]
  readonly lifts: readonly ColumnLift[]
  readonly stages: ReadonlyMap<string, ReasonStages>
  readonly total: TotalRow
}

export interface AnalysisRows {
  readonly reasons: readonly ReasonRow[]
  readonly changes: readonly ChangeRow[]
  readonly segments: readonly SegmentRow[]
  readonly stages: readonly StageRow[]
  readonly totals: readonly TotalRow[]
}

const ofKind = <T extends { readonly kind: string }>(
  rows: readonly T[],
  { kind }: Population,
): readonly T[] => rows.filter((row) => row.kind === kind)

/** Distinct wordings with their rows; one that only the compared periods hold counts with those. */
function wordingsOf(reasons: readonly ReasonRow[], changes: readonly ChangeRow[]): Wording[] {
  const counts = new Map<string, number>()
  const seen = new Map<string, number>()
  for (const { reason, deals } of reasons)
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + deals)
  for (const { reason, before, after } of changes)
    if (reason !== null) seen.set(reason, (seen.get(reason) ?? 0) + before + after)
  for (const [text, deals] of seen) counts.set(text, Math.max(counts.get(text) ?? 0, deals))
  return [...counts].map(([text, deals]) => ({ text, deals }))
}

export function analyse(
  population: Population,
  rows: AnalysisRows,
  input: Input & { readonly words: Words },
): Analysis {
  const { options } = input
  const reasons = ofKind(rows.reasons, population)
  const changes = ofKind(rows.changes, population)
  const vocabulary = vocabularyOf(wordingsOf(reasons, changes), wordLists(input.words, options))
  const tally = tallyOf(reasons, vocabulary)
  // Of leads only those with a reason are known to be given up: nothing is said about the others.
  const coverage = population.kind === 'lead' || tally.losses === 0 ? null : tally.reasoned / tally.losses
  const lowCoverage = coverage !== null && coverage < options.minCoverage / 100
  const ranking = rankingOf(tally, !lowCoverage)
  const rate = options.falseDiscoveryRate
  const segments = segmentsOf(ofKind(rows.segments, population), population.segments, vocabulary)
  return {
    population,
    vocabulary,
    tally,
    coverage,
    lowCoverage,
    isThin: tally.reasoned < options.minReasoned,
    ranking,
    values: valuesOf(tally),
    comparison: changeOf(changes, comparisonOf(population, input), vocabulary, tally, {
      rate,
      size: options.minChange / 100,
    }),
    segments,
    lifts: segments.map((one) => liftOf(one, ranking.reasons, rate)),
    stages: stagesOf(ofKind(rows.stages, population), vocabulary),
    total: ofKind(rows.totals, population)[0] ?? {
      kind: population.kind,
      rows: 0,
      firstDay: null,
      lastDay: null,
      won: 0,
      undated: 0,
      later: 0,
    },
  }
}
