// The losses split by product, segment, competitor or stage: one ranking each, small groups summed as "other".
import { formatCount } from '../../report/index.ts'
import { mostValues } from './limits.ts'
import { rankingOf, type Ranking } from './ranking.ts'
import type { ReasonRow, StageRow } from './rows.ts'
import type { SegmentCell } from './segment-cells.ts'
import { stageAtLoss } from './stages.ts'
import { add, compareText, tallyOf, type Tally } from './tally.ts'
import type { Vocabulary } from './words/vocabulary.ts'

/** Fewer losses with a reason than this are no group of their own. */
const leastOfGroup = 5

export interface Group {
  /** The value of the column, null where it is not one value. */
  readonly value: string | null
  /** As the export writes it; `other` and `not given` otherwise. */
  readonly label: string
  readonly tally: Tally
  readonly ranking: Ranking
  /** Share of its losses with a reason; null where the others are not known. */
  readonly coverage: number | null
  readonly lowCoverage: boolean
  /** What was summed, said in words; empty: nothing. */
  readonly summed: string
  /** The other losses whose value is known, with a reason: what the group is compared with. */
  readonly elsewhere: { readonly reasoned: number; readonly counts: ReadonlyMap<string, number> }
}

type Alone = Omit<Group, 'elsewhere'>

export interface Grouping {
  readonly by: string
  /** By losses with a reason, most first; then the others, then those without a value. */
  readonly groups: readonly Group[]
}

type Cell = Pick<ReasonRow, 'kind' | 'reason' | 'tail' | 'currency' | 'deals'> & { readonly amount: number }

/** What one value of the column holds. `value` null: no value, or with `rest` one beyond the largest. */
interface Placed {
  readonly value: string | null
  readonly label: string | null
  readonly rest: boolean
  readonly cell: Cell
}

export const placedBySegment = (rows: readonly SegmentCell[], column: string): Placed[] =>
  rows
    .filter(({ segmentColumn }) => segmentColumn === column)
    .map((row) => ({ value: row.value, label: row.label, rest: row.rest, cell: row }))

export const placedByStage = (rows: readonly StageRow[]): Placed[] =>
  rows.map((row) => {
    const stage = stageAtLoss(row)
    return { value: stage, label: stage, rest: false, cell: { ...row, tail: false } }
  })

export interface GroupRule {
  readonly by: string
  readonly vocabulary: Vocabulary
  /** Coverage a group needs for ranks, 0 to 1; null: only losses with a reason are known, and the whole decides. */
  readonly minCoverage: number | null
  readonly lowCoverage: boolean
}

// Money of a group is only summed: there is no interval that would need the squares.
const asRow = ({ kind, reason, tail, currency, deals, amount }: Cell): ReasonRow => ({
  kind,
  reason,
  tail,
  currency,
  deals,
  valued: amount > 0 ? deals : 0,
  value: amount,
  squares: null,
  dropped: 0,
  before: 0,
  after: 0,
  laterValue: 0,
})

function groupOf(
  cells: readonly Cell[],
  names: Pick<Group, 'value' | 'label' | 'summed'>,
  { vocabulary, minCoverage, lowCoverage }: GroupRule,
): Alone {
  const tally = tallyOf(cells.map(asRow), vocabulary)
  const coverage = minCoverage === null || tally.losses === 0 ? null : tally.reasoned / tally.losses
  const isLow = coverage === null || minCoverage === null ? lowCoverage : coverage < minCoverage
  return { ...names, tally, coverage, lowCoverage: isLow, ranking: rankingOf(tally, !isLow) }
}

interface Draft {
  readonly value: string
  label: string
  readonly cells: Cell[]
}

function draftsOf(placed: readonly Placed[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  for (const { value, label, cell } of placed) {
    if (value === null) continue
    const known = drafts.get(value)
    if (known === undefined) drafts.set(value, { value, label: label ?? value, cells: [cell] })
    else {
      if (label !== null && label < known.label) known.label = label
      known.cells.push(cell)
    }
  }
  return drafts
}

const summedText = (small: number, beyond: boolean): string => {
  const values = `${formatCount(small, 'value')} with fewer than ${leastOfGroup} losses with a reason`
  if (!beyond) return values
  return small === 0
    ? `all but the ${mostValues} largest`
    : `${values}, and all but the ${mostValues} largest`
}

/** All of `known` but the group itself, where it is one of them. */
function compared(group: Alone, known: readonly Alone[]): Group {
  const counts = new Map<string, number>()
  let reasoned = 0
  for (const one of known) {
    if (one === group) continue
    reasoned += one.tally.reasoned
    for (const [label, count] of one.tally.counts) add(counts, label, count)
  }
  return { ...group, elsewhere: { reasoned, counts } }
}

export function groupingOf(placed: readonly Placed[], rule: GroupRule): Grouping {
  const all = [...draftsOf(placed).values()]
    .map(({ value, label, cells }) => ({ cells, group: groupOf(cells, { value, label, summed: '' }, rule) }))
    .sort(
      (a, b) => b.group.tally.reasoned - a.group.tally.reasoned || compareText(a.group.label, b.group.label),
    )
  const isLarge = ({ group }: (typeof all)[number], place: number): boolean =>
    group.tally.reasoned >= leastOfGroup && place < mostValues
  const large = all.filter(isLarge)
  const small = all.slice(large.length)
  const beyond = placed.filter(({ value, rest }) => value === null && rest).map(({ cell }) => cell)
  const crowded = beyond.length > 0 || small.some(({ group }) => group.tally.reasoned >= leastOfGroup)
  const few = small.filter(({ group }) => group.tally.reasoned < leastOfGroup).length
  const others = [...small.flatMap(({ cells }) => cells), ...beyond]
  const none = placed.filter(({ value, rest }) => value === null && !rest).map(({ cell }) => cell)
  const other = groupOf(others, { value: null, label: 'other', summed: summedText(few, crowded) }, rule)
  const notGiven = groupOf(none, { value: null, label: 'not given', summed: '' }, rule)
  const known = [...large.map(({ group }) => group), other]
  return {
    by: rule.by,
    groups: [...known, notGiven]
      .filter(({ ranking }) => ranking.reasons.length > 0)
      .map((group) => compared(group, known)),
  }
}
