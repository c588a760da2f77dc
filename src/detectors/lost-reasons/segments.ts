// Counts per value of one segment column: how many losses, how many with a reason, how many naming each.
import type { SegmentCell } from './segment-cells.ts'
import { add, compareText, isReasoned, labelsOf, saidBy } from './tally.ts'
import type { Vocabulary } from './words/vocabulary.ts'

export interface SegmentValue {
  /** What rows are grouped by: the normalised key of an owner, a team or a product. */
  readonly value: string
  /** As the export writes it. */
  label: string
  losses: number
  reasoned: number
  readonly counts: Map<string, number>
  /** Deals that name exactly one reason, by reason. */
  readonly single: Map<string, number>
  /** Positive amounts by reason and currency. */
  readonly values: Map<string, Map<string | null, number>>
}

export interface Segments {
  readonly column: string
  /** By losses with a reason, most first. */
  readonly values: readonly SegmentValue[]
  /** Losses with a reason whose value is known but not among the largest. */
  readonly restReasoned: number
  readonly restCounts: ReadonlyMap<string, number>
  /** Losses without a value in this column. */
  readonly blank: number
}

/** More than one value has reasons: there is something to compare. */
export const isDivided = ({ values, restReasoned }: Segments): boolean =>
  values.filter(({ reasoned }) => reasoned > 0).length + Number(restReasoned > 0) > 1

interface Draft {
  readonly values: Map<string, SegmentValue>
  readonly restCounts: Map<string, number>
  restReasoned: number
  blank: number
}

function valueOf(draft: Draft, value: string, label: string | null): SegmentValue {
  const found = draft.values.get(value)
  if (found !== undefined) {
    if (label !== null && label < found.label) found.label = label
    return found
  }
  const made: SegmentValue = {
    value,
    label: label ?? value,
    losses: 0,
    reasoned: 0,
    counts: new Map(),
    single: new Map(),
    values: new Map(),
  }
  draft.values.set(value, made)
  return made
}

function count(draft: Draft, row: SegmentCell, vocabulary: Vocabulary, tested: ReadonlySet<string>): void {
  const said = saidBy(row, vocabulary)
  if (said === 'administrative') return
  const named = labelsOf(said)
  const labels = named.filter((label) => tested.has(label))
  if (row.value === null) {
    if (!row.rest) draft.blank += row.deals
    else if (isReasoned(said)) {
      draft.restReasoned += row.deals
      for (const label of labels) add(draft.restCounts, label, row.deals)
    }
    return
  }
  const value = valueOf(draft, row.value, row.label)
  value.losses += row.deals
  if (!isReasoned(said)) return
  value.reasoned += row.deals
  const [only] = labels
  if (named.length === 1 && only !== undefined) add(value.single, only, row.deals)
  for (const label of labels) {
    add(value.counts, label, row.deals)
    const sums = value.values.get(label) ?? new Map<string | null, number>()
    value.values.set(label, sums)
    add(sums, row.currency, row.amount)
  }
}

/** One entry per column, in the order given. Only the reasons that are tested are counted by name. */
export function segmentsOf(
  rows: readonly SegmentCell[],
  columns: readonly string[],
  vocabulary: Vocabulary,
  tested: ReadonlySet<string>,
): Segments[] {
  const drafts = new Map<string, Draft>()
  for (const row of rows) {
    const draft: Draft = drafts.get(row.segmentColumn) ?? {
      values: new Map(),
      restCounts: new Map(),
      restReasoned: 0,
      blank: 0,
    }
    drafts.set(row.segmentColumn, draft)
    count(draft, row, vocabulary, tested)
  }
  return columns.flatMap((column) => {
    const draft = drafts.get(column)
    if (draft === undefined) return []
    const values = [...draft.values.values()].sort(
      (a, b) => b.reasoned - a.reasoned || compareText(a.value, b.value),
    )
    const { restReasoned, restCounts, blank } = draft
    return [{ column, values, restReasoned, restCounts, blank }]
  })
}
