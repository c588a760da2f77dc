// A report table in GFM: an interval stands in the cell of what it belongs to, columns without a word are left out.
import type { Scalar, Table, TableColumn } from '../../report/index.ts'
import { formatCell, isNumeric, printedColumns } from '../cell.ts'
import { markdownCell } from './text.ts'

interface Printed {
  readonly column: TableColumn
  readonly label: string
  /** Plain text, one per row. */
  readonly cells: readonly string[]
}

const unit = ' %'

/** `34-42 %`, `-2.0 to +3.1`, `5.6 or more`; empty where there is none. */
function intervalText(lower: string, upper: string): string {
  if (lower === 'n/a' && upper === 'n/a') return ''
  if (upper === 'n/a') return `${lower} or more`
  if (lower === 'n/a') return `${upper} or less`
  const start = lower.endsWith(unit) && upper.endsWith(unit) ? lower.slice(0, -unit.length) : lower
  return lower.startsWith('-') || lower.startsWith('+') ? `${start} to ${upper}` : `${start}-${upper}`
}

const withInterval = (column: Printed, lower: Printed, upper: Printed): Printed => ({
  column: column.column,
  label: `${column.label} (95 % interval)`,
  cells: column.cells.map((cell, row) => {
    const interval = intervalText(lower.cells[row] ?? 'n/a', upper.cells[row] ?? 'n/a')
    return interval === '' ? cell : `${cell} (${interval})`
  }),
})

/** Amounts in other currencies join the cell of the first: they are listed, never added. */
const withOthers = (column: Printed, others: Printed): Printed => ({
  ...column,
  cells: column.cells.map((cell, row) => {
    const other = others.cells[row] ?? ''
    return other === '' ? cell : `${cell}; ${other}`
  }),
})

/** Takes the columns `lower` and `upper` into the one they follow, and `otherValues` into the money before it. */
function joined(columns: readonly Printed[]): Printed[] {
  const done: Printed[] = []
  for (let index = 0; index < columns.length; index++) {
    const [one, next] = [columns[index], columns[index + 1]]
    const last = done.at(-1)
    if (one === undefined) continue
    if (one.column.id === 'lower' && next?.column.id === 'upper' && last !== undefined) {
      done[done.length - 1] = withInterval(last, one, next)
      index += 1
    } else if (one.column.id === 'otherValues') {
      const money = done.findLastIndex(({ column }) => column.type === 'money')
      const main = done[money]
      if (main === undefined) done.push(one)
      else done[money] = withOthers(main, one)
    } else done.push(one)
  }
  return done
}

export interface TableShape {
  /** Rows at most; null: all. */
  readonly limit: number | null
  /** Columns to put first, in this order, by id. */
  readonly first?: readonly string[]
  readonly leaveOut?: ReadonlySet<string>
  /** Labels to print instead of the table's, by id. */
  readonly labels?: ReadonlyMap<string, string>
}

function ordered(columns: readonly Printed[], { first = [], leaveOut }: TableShape): Printed[] {
  const kept = columns.filter(({ column }) => leaveOut?.has(column.id) !== true)
  const leading = first.flatMap((id) => kept.find(({ column }) => column.id === id) ?? [])
  return [...leading, ...kept.filter((one) => !leading.includes(one))]
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Lines of the table; a cell never ends it early. Every table has at least its first column. */
export function tableLines(table: Table, shape: TableShape): string[] {
  const rows: readonly (readonly Scalar[])[] =
    shape.limit === null ? table.rows : table.rows.slice(0, shape.limit)
  const all = printedColumns(table).map(({ column, index }): Printed => ({
    column,
    label: shape.labels?.get(column.id) ?? column.label,
    cells: rows.map((row) => formatCell(row[index], column, row, table)),
  }))
  const columns = ordered(joined(all), shape).filter(
    ({ cells }, place) => place === 0 || cells.length === 0 || cells.some((cell) => cell !== ''),
  )
  return [
    line(columns.map(({ label }) => markdownCell(label))),
    line(columns.map(({ column }) => (isNumeric(column) ? '---:' : '---'))),
    ...rows.map((_row, row) => line(columns.map(({ cells }) => markdownCell(cells[row] ?? '')))),
  ]
}
