// The rows of the segments with their texts: wordings and values come as numbers, and once as names.
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

/** `rows`: those of the population, in any order; the cells keep it. */
export function segmentCells(rows: readonly SegmentRow[], population: Population): SegmentCell[] {
  const columns = columnsInPlace(population)
  const wordings = new Map<number, string>()
  const values = columns.map(
    () => new Map<number, { readonly name: string; readonly label: string | null }>(),
  )
  for (const { place, value, reason, name, label } of rows) {
    if (name === null) continue
    if (reason !== null) wordings.set(reason, name)
    else if (place !== null && value !== null) values[place]?.set(value, { name, label })
  }
  const cells: SegmentCell[] = []
  for (const { kind, place, value, reason, name, tail, rest, currency, deals, amount } of rows) {
    if (name !== null || place === null) continue
    const named = value === null ? undefined : values[place]?.get(value)
    cells.push({
      kind,
      reason: reason === null ? null : (wordings.get(reason) ?? null),
      tail,
      segmentColumn: columns[place] ?? '',
      value: named?.name ?? null,
      label: named?.label ?? null,
      rest,
      currency,
      deals,
      amount,
    })
  }
  return cells
}
