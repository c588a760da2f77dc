// Columns of a table by the ids a chart names, as numbers and as texts.
import { formatNumber, type Scalar, type Table, type TableColumn } from '../../../report/index.ts'
import { formatCell } from '../../cell.ts'

export interface Series {
  readonly column: TableColumn
  readonly label: string
  readonly values: readonly (number | null)[]
  /** Every value as people read it. */
  readonly texts: readonly string[]
  /** A tick of this column's axis. */
  readonly tick: (value: number) => string
}

type Row = readonly Scalar[]

/** null where the table has no such column. */
export function seriesOf(table: Table, rows: readonly Row[], id: string | undefined): Series | null {
  const index = table.columns.findIndex((column) => column.id === id)
  const column = table.columns[index]
  if (column === undefined) return null
  const values = rows.map((row) => {
    const value = row[index]
    return typeof value === 'number' ? value : null
  })
  // A share below 0 can only be the difference of two shares.
  const difference = column.type === 'share' && values.some((value) => value !== null && value < 0)
  const text = (value: Scalar | undefined, row: Row): string =>
    difference && typeof value === 'number' ? points(value) : formatCell(value, column, row, table)
  return {
    column,
    label: column.label,
    values,
    texts: rows.map((row) => text(row[index], row)),
    tick: (value) => (difference ? signed(value, 0) : text(value, [])),
  }
}

/** A difference of shares, in points with its sign. */
function signed(share: number, decimals: number): string {
  const words = formatNumber(share * 100, decimals)
  return share > 0 && /[1-9]/.test(words) ? `+${words}` : words
}

const points = (share: number): string => `${signed(share, Math.abs(share) < 0.0995 ? 1 : 0)} points`

export function flagsOf(table: Table, rows: readonly Row[], id: string | undefined): boolean[] {
  const index = table.columns.findIndex((column) => column.id === id)
  return rows.map((row) => row[index] === true)
}
