// Everything known about the reasons of one population: read, counted, ranked, compared. Findings and tables are made from it.
import type { Words } from '../detector.ts'
import { changeOf, type ChangeOrWhyNot } from './change.ts'
import { comparisonOf, type Input } from './comparison.ts'
import { groupingOf, placedBySegment, placedByStage, type Grouping } from './groups.ts'
import { liftOf, type ColumnLift } from './lift.ts'
import { mostTested } from './limits.ts'
import { valuesOf, type CurrencyValue } from './money.ts'
import type { Population } from './populations.ts'
import { rankingOf, type Ranking } from './ranking.ts'
import type { ReasonRow, SegmentRow, StageRow, TotalRow } from './rows.ts'
import { segmentCells, type SegmentCell } from './segment-cells.ts'
import { isDivided, segmentsOf, type Segments } from './segments.ts'
import { stagesOf, type ReasonStages } from './stages.ts'
import { add, tallyOf, type Tally } from './tally.ts'
import { meaningsOf, type Meanings } from './words/meanings.ts'
import type { Wording } from './words/clusters.ts'
import { wordLists } from './words/lists.ts'
import { vocabularyOf, type Vocabulary } from './words/vocabulary.ts'

export interface Analysis {
  readonly population: Population
  readonly vocabulary: Vocabulary
  readonly meanings: Meanings
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
  /** The column that groups were asked for; `none`. */
  readonly groupBy: string
  /** null where there is no such column. */
  readonly grouping: Grouping | null
  readonly total: TotalRow
}

export interface AnalysisRows {
  readonly reasons: readonly ReasonRow[]
  readonly segments: readonly SegmentRow[]
  readonly stages: readonly StageRow[]
  readonly totals: readonly TotalRow[]
}

const ofKind = <T extends { readonly kind: string }>(
  rows: readonly T[],
  { kind }: Population,
): readonly T[] => rows.filter((row) => row.kind === kind)

/** Distinct wordings with their rows; one that only a compared period holds counts with those. */
function wordingsOf(rows: readonly ReasonRow[]): Wording[] {
  const ranked = new Map<string, number>()
  const compared = new Map<string, number>()
  for (const { reason, deals, before, after } of rows) {
    if (reason === null) continue
    add(ranked, reason, deals)
    add(compared, reason, before + after)
  }
  return [...ranked].map(([text, deals]) => ({ text, deals: Math.max(deals, compared.get(text) ?? 0) }))
}

function groupsOf(
  population: Population,
  rows: AnalysisRows,
  cells: readonly SegmentCell[],
  { vocabulary, lowCoverage }: { readonly vocabulary: Vocabulary; readonly lowCoverage: boolean },
  { options }: Input,
): Grouping | null {
  const by = options.groupBy
  if (by === 'none' || population.kind === 'churn-category') return null
  const isStage = by === 'stage'
  const placed = isStage ? placedByStage(ofKind(rows.stages, population)) : placedBySegment(cells, by)
  if (placed.length === 0) return null
  // Of stages and of leads only the losses with a reason are read.
  const minCoverage = isStage || population.kind === 'lead' ? null : options.minCoverage / 100
  return groupingOf(placed, { by, vocabulary, minCoverage, lowCoverage })
}

export function analyse(
  population: Population,
  rows: AnalysisRows,
  input: Input & { readonly words: Words },
): Analysis {
  const { options } = input
  const reasons = ofKind(rows.reasons, population)
  const vocabulary = vocabularyOf(wordingsOf(reasons), wordLists(input.words, options))
  const tally = tallyOf(reasons, vocabulary)
  // Of leads only those with a reason are known to be given up: nothing is said about the others.
  const coverage = population.kind === 'lead' || tally.losses === 0 ? null : tally.reasoned / tally.losses
  const lowCoverage = coverage !== null && coverage < options.minCoverage / 100
  const ranking = rankingOf(tally, !lowCoverage)
  const rate = options.falseDiscoveryRate
  const tested = ranking.reasons.slice(0, mostTested).map(({ label }) => label)
  const cells = segmentCells(ofKind(rows.segments, population), population)
  const segments = segmentsOf(cells, population.segments, vocabulary, new Set(tested))
  return {
    population,
    vocabulary,
    meanings: meaningsOf(vocabulary, input.words),
    tally,
    coverage,
    lowCoverage,
    isThin: tally.reasoned < options.minReasoned,
    ranking,
    values: valuesOf(tally),
    comparison: changeOf(reasons, comparisonOf(population, input), vocabulary, tally, {
      rate,
      size: options.minChange / 100,
    }),
    segments,
    lifts: segments.map((one) =>
      liftOf(one, tested, { rate, columns: segments.filter(isDivided).length, fewest: options.minLifted }),
    ),
    stages: stagesOf(ofKind(rows.stages, population), vocabulary),
    groupBy: options.groupBy,
    grouping: groupsOf(population, rows, cells, { vocabulary, lowCoverage }, input),
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
