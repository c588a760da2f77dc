// What the rows of a table usually look like: the evidence for placing the cells of rows that do not have the right number of them.
import type { CellKind, Source } from '../source.ts'
import { cellKind } from './cell-kind.ts'
import { isBareTotal } from './total-labels.ts'

export interface TableShape {
  readonly names: readonly string[]
  readonly headerRows: readonly (readonly string[])[]
  readonly kinds: readonly CellKind[]
  /** Share of the rows in which each column is filled. */
  readonly filled: readonly number[]
  /** Rows behind `kinds` and `filled`. */
  readonly rows: number
}

/** Below this many rows nothing is usual. */
const enoughRows = 5
const enoughForNever = 20
const prevails = 0.95
const usuallyFilled = 0.9

export function shapeOf(source: Pick<Source, 'header' | 'kinds' | 'filled' | 'judgedRows'>): TableShape {
  return {
    names: source.header.names,
    headerRows: source.header.rows,
    kinds: source.kinds,
    filled: source.filled,
    rows: source.judgedRows,
  }
}

/** `all`: aligned rows, one cell per column. Rows with half the cells of the fullest or fewer do not say what is usual, nor do totals. */
export function columnsOf(
  all: readonly (readonly string[])[],
  width: number,
): Pick<TableShape, 'kinds' | 'filled' | 'rows'> {
  const counts = all.map((row) => row.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0))
  const fullest = counts.reduce((most, count) => Math.max(most, count), 0)
  const rows = all.filter((row, index) => 2 * (counts[index] ?? 0) > fullest && !isBareTotal(row))
  const kinds: CellKind[] = []
  const filled: number[] = []
  for (let column = 0; column < width; column++) {
    const of = { number: 0, date: 0, text: 0, blank: 0 }
    for (const row of rows) of[cellKind(row[column] ?? '')]++
    const some = rows.length - of.blank
    filled.push(rows.length === 0 ? 0 : some / rows.length)
    const kind = (['number', 'date', 'text'] as const).find((name) => of[name] >= prevails * some)
    kinds.push(some < enoughRows || kind === undefined ? 'blank' : kind)
  }
  return { kinds, filled, rows: rows.length }
}

/** A cell that cannot belong to a column: words among numbers, nothing where there always is something, something where there never is. */
export function isMisfit(cell: string, column: number, shape: TableShape): boolean {
  const kind = cellKind(cell)
  const usual = shape.kinds[column] ?? 'blank'
  const filled = shape.filled[column] ?? 0
  if (kind === 'blank') return filled === 1 && shape.rows >= enoughForNever && cell.trim() === ''
  if (usual === 'number' || usual === 'date') return kind !== usual
  return filled === 0 && shape.rows >= enoughForNever
}

export function misfits(cells: readonly string[], shape: TableShape): number {
  let count = 0
  for (const [column, cell] of cells.entries()) if (isMisfit(cell, column, shape)) count++
  return count
}

/** Filled cells that are words where the column holds numbers or dates: the mark of another header. */
export function unlikeBody(cells: readonly string[], shape: TableShape): number {
  let count = 0
  for (const [column, cell] of cells.entries()) {
    const usual = shape.kinds[column]
    if ((usual === 'number' || usual === 'date') && cellKind(cell) === 'text') count++
  }
  return count
}

/** Of the columns that are nearly always filled: how many there are, how many of them are empty in this row, and which is the first. */
export function missingUsual(
  cells: readonly string[],
  shape: TableShape,
): { usual: number; missing: number; first: number } {
  let usual = 0
  let missing = 0
  let first = 0
  if (shape.rows < enoughRows) return { usual, missing, first }
  for (const [column, share] of shape.filled.entries()) {
    if (share < usuallyFilled) continue
    if (usual++ === 0) first = column
    if ((cells[column] ?? '').trim() === '') missing++
  }
  return { usual, missing, first }
}
