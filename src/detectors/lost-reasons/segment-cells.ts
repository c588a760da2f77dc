// The rows of the segments with their texts: wordings, values and labels come as numbers, and once as names.
import type { Population } from './populations.ts'
import type { SegmentRow } from './rows.ts'

/** Losses of one wording, currency and value of a segment column. */
export interface SegmentCell {
  readonly kind: string
  /** null: no reason given, or one of the rare wordings that are only counted (`tail`) */
  readonly reason: string | null
  readonly tail: boolean
  readonly segmentColumn: string
  /** null: none given, or one beyond the largest (`rest`) */
  readonly value: string | null
  /** As the export writes the value. */
  readonly label: string | null
  readonly rest: boolean
  readonly currency: string | null
  readonly deals: number
  readonly amount: number
}

/** The columns by their places in the rows. */
export const columnsInPlace = ({ segments }: Pick<Population, 'segments'>): string[] => segments.toSorted()

/** Rows of one kind of name, by place and number. */
type Names = Map<string, string>
const keyOf = (place: number | null, number: number): string => `${place} ${number}`

/** `rows`: those of the population, in any order; the cells keep it. */
export function segmentCells(rows: readonly SegmentRow[], population: Population): SegmentCell[] {
  const columns = columnsInPlace(population)
  const wordings = new Map<number, string>()
  const values: Names = new Map()
  const labels: Names = new Map()
  for (const { place, value, reason, label, name } of rows) {
    if (name === null) continue
    if (reason !== null) wordings.set(reason, name)
    else if (value !== null) values.set(keyOf(place, value), name)
    else if (label !== null) labels.set(keyOf(place, label), name)
  }
  const nameIn = (names: Names, place: number, number: number | null): string | null =>
    number === null ? null : (names.get(keyOf(place, number)) ?? null)
  const cells: SegmentCell[] = []
  for (const { kind, place, value, reason, label, name, tail, rest, currency, deals, amount } of rows) {
    if (name !== null || place === null) continue
    cells.push({
      kind,
      reason: reason === null ? null : (wordings.get(reason) ?? null),
      tail,
      segmentColumn: columns[place] ?? '',
      value: nameIn(values, place, value),
      label: nameIn(labels, place, label),
      rest,
      currency,
      deals,
      amount,
    })
  }
  return cells
}
