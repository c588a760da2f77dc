// Puts the cells of a row that has too few or too many of them under their columns, or says that it cannot be known. Never shifts a cell.
import { misfits, type TableShape } from './table-shape.ts'

export type Aligned =
  | {
      readonly kind: 'data'
      readonly cells: readonly string[]
      readonly defect: 'padded' | 'trimmed' | 'surplus'
    }
  | { readonly kind: 'reject'; readonly code: string; readonly reason: string }

/** Wider rows are not searched for the place of a surplus cell. */
const searchedWidth = 200

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
  const trimmed = cells.slice(0, width)
  const onlyBlanks = cells.slice(width).every((cell) => cell.trim() === '')
  if (onlyBlanks && misfits(trimmed, shape) === 0) return { kind: 'data', cells: trimmed, defect: 'trimmed' }
  const readings = width > searchedWidth ? [] : fittingMerges(cells, shape, delimiter)
  const [first] = readings
  if (first !== undefined) {
    const columns = mapped ?? first.map((_, column) => column)
    if (readings.every((reading) => columns.every((column) => reading[column] === first[column]))) {
      return { kind: 'data', cells: first, defect: 'surplus' }
    }
  } else if (onlyBlanks) {
    return { kind: 'data', cells: trimmed, defect: 'trimmed' }
  }
  const reason = `${cells.length} cells where the header has ${width}: which of them belongs to which column cannot be known`
  return { kind: 'reject', code: 'long-row', reason }
}

/** The row with its surplus cells joined into one, for each place where that leaves every cell under a column it fits. */
function fittingMerges(cells: readonly string[], shape: TableShape, delimiter: string): string[][] {
  const width = shape.names.length
  const surplus = cells.length - width
  const readings: string[][] = []
  for (let at = 0; at < width; at++) {
    const parts = cells.slice(at, at + surplus + 1)
    const filled = parts.filter((part) => part.trim() !== '')
    const joined = filled.length > 1 ? parts.join(delimiter) : (filled[0] ?? '')
    const reading = [...cells.slice(0, at), joined, ...cells.slice(at + surplus + 1)]
    if (misfits(reading, shape) === 0) readings.push(reading)
  }
  return readings
}
