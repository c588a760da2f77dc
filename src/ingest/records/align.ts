// Puts the cells of a row that has too few or too many of them under their columns, or says that it cannot be known. Never shifts a cell.
import { isMisfit, misfits, type TableShape } from './table-shape.ts'

export type Aligned =
  | {
      readonly kind: 'data'
      readonly cells: readonly string[]
      readonly defect: 'padded' | 'trimmed' | 'surplus'
    }
  | { readonly kind: 'reject'; readonly code: string; readonly reason: string }

/** With more places than this a row is beyond doubt in doubt. */
const mostPlaces = 50
const mostSurplus = 1000

/**
 * `mapped`: the columns that are used, if known: only they must be unambiguous. `cells.length` differs from the table's width.
 */
export function alignRow(
  cells: readonly string[],
  shape: TableShape,
  delimiter: string,
  mapped?: readonly number[],
): Aligned {
  return cells.length < shape.names.length
    ? alignShort(cells, shape)
    : alignLong(cells, shape, delimiter, mapped)
}

function alignShort(cells: readonly string[], shape: TableShape): Aligned {
  const width = shape.names.length
  const padded = [...cells, ...Array.from({ length: width - cells.length }, () => '')]
  if (misfits(padded.slice(0, cells.length), shape) === 0)
    return { kind: 'data', cells: padded, defect: 'padded' }
  const reason = `${cells.length} cells where the header has ${width}, and they do not fit the columns: a delimiter is missing`
  return { kind: 'reject', code: 'short-row', reason }
}

function alignLong(
  cells: readonly string[],
  shape: TableShape,
  delimiter: string,
  mapped: readonly number[] | undefined,
): Aligned {
  const width = shape.names.length
  const onlyBlanks = cells.slice(width).every((cell) => cell.trim() === '')
  const trimmed = cells.slice(0, width)
  if (onlyBlanks && misfits(trimmed, shape) === 0) return { kind: 'data', cells: trimmed, defect: 'trimmed' }
  const places = cells.length - width > mostSurplus ? [] : fittingPlaces(cells, shape, delimiter)
  const [first] = places
  if (first !== undefined && places.length <= mostPlaces) {
    const reading = merged(cells, first, width, delimiter)
    const agreed = (column: number): boolean =>
      places.every((at) => cellUnder(cells, column, at, width, delimiter) === reading[column])
    const columns = mapped ?? reading.map((_, column) => column)
    if (columns.every(agreed)) return { kind: 'data', cells: reading, defect: 'surplus' }
  } else if (onlyBlanks && first === undefined && misfits(trimmed, shape) === 1) {
    // One odd value, and no other place for the surplus: a row with an odd value.
    return { kind: 'data', cells: trimmed, defect: 'trimmed' }
  }
  const reason = `${cells.length} cells where the header has ${width}: which of them belongs to which column cannot be known`
  return { kind: 'reject', code: 'long-row', reason }
}

/** The columns that could have taken the surplus cells: joined there, they leave every cell under a column it fits. */
function fittingPlaces(cells: readonly string[], shape: TableShape, delimiter: string): number[] {
  const width = shape.names.length
  const surplus = cells.length - width
  // Cells left of the place stand under their own position, cells right of it under one that is `surplus` lower.
  const fitsRight: boolean[] = Array.from({ length: width + 1 }, () => true)
  for (let column = width - 1; column > 0; column--) {
    fitsRight[column] =
      fitsRight[column + 1] === true && !isMisfit(cells[column + surplus] ?? '', column, shape)
  }
  const places: number[] = []
  for (let at = 0; at < width && places.length <= mostPlaces; at++) {
    if (fitsRight[at + 1] === true && !isMisfit(joinedCell(cells, at, surplus, delimiter), at, shape))
      places.push(at)
    if (isMisfit(cells[at] ?? '', at, shape)) break
  }
  return places
}

function merged(cells: readonly string[], at: number, width: number, delimiter: string): string[] {
  return Array.from({ length: width }, (_, column) => cellUnder(cells, column, at, width, delimiter))
}

function cellUnder(
  cells: readonly string[],
  column: number,
  at: number,
  width: number,
  delimiter: string,
): string {
  const surplus = cells.length - width
  if (column < at) return cells[column] ?? ''
  return column > at ? (cells[column + surplus] ?? '') : joinedCell(cells, at, surplus, delimiter)
}

/** Cells that a delimiter took apart; an empty cell beside one that is filled was slipped in. */
function joinedCell(cells: readonly string[], at: number, surplus: number, delimiter: string): string {
  const parts = cells.slice(at, at + surplus + 1)
  const filled = parts.filter((part) => part.trim() !== '')
  return filled.length > 1 ? parts.join(delimiter) : (filled[0] ?? '')
}
