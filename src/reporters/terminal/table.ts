// A report table fitted into the terminal: optional columns go first, then long text is cut, and what is missing is said.
import CliTable from 'cli-table3'
import type { Table } from '../../report/index.ts'
import { formatCell, isNumeric, printedColumns } from '../cell.ts'
import { bar } from './bars.ts'
import type { Style } from './style.ts'
import { terminalText } from './text.ts'
import { cut, displayWidth } from './width.ts'

interface TextColumn {
  readonly label: string
  readonly cells: readonly string[]
  readonly right: boolean
  readonly priority: number
  /** Columns that may be cut, and how far. */
  readonly shortest: number
}

const gap = 2
const none = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
}
const borderless = {
  ...none,
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(gap),
}

function textColumns(
  table: Table,
  rows: readonly (readonly (string | number | boolean | null)[])[],
  style: Style,
): TextColumn[] {
  return printedColumns(table).flatMap(({ column, index }, place) => {
    const cells = rows.map((row) => terminalText(formatCell(row[index], column, row, table)))
    const numeric = isNumeric(column)
    const plain: TextColumn = {
      label: terminalText(column.label),
      cells,
      right: numeric,
      priority: column.priority ?? 0,
      // The first column says what a row is about: it stays readable longest.
      shortest: numeric ? Number.POSITIVE_INFINITY : place === 0 ? 20 : 10,
    }
    if (column.bar !== true) return [plain]
    const values = rows.map((row) => (typeof row[index] === 'number' ? row[index] : null))
    const drawn = bar(values, 10, style.unicode)
    return [plain, { label: '', cells: drawn, right: false, priority: 9, shortest: Number.POSITIVE_INFINITY }]
  })
}

const natural = (column: TextColumn): number =>
  column.cells.reduce((widest, cell) => Math.max(widest, displayWidth(cell)), displayWidth(column.label))

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1)

interface Fitted {
  readonly columns: readonly TextColumn[]
  readonly widths: readonly number[]
  readonly dropped: readonly string[]
}

/** Drops optional columns, highest priority number first and from the right, until the rest fits with its text at its shortest. */
function fit(all: readonly TextColumn[], columns: number | null): Fitted {
  let kept = [...all]
  const dropped: string[] = []
  const least = (column: TextColumn): number => Math.min(natural(column), Math.max(column.shortest, 4))
  const most = columns ?? Infinity
  while (kept.length > 2 && total(kept.map(least)) > most) {
    const worst = kept.slice(1).reduce((so, column) => (column.priority >= so.priority ? column : so))
    kept = kept.filter((column) => column !== worst)
    if (worst.label !== '') dropped.unshift(worst.label)
  }
  const widths = kept.map(natural)
  for (let over = total(widths) - most; over > 0; over--) {
    const index = widestCuttable(kept, widths)
    if (index === -1) break
    widths[index] = (widths[index] ?? 0) - 1
  }
  return { columns: kept, widths, dropped }
}

function widestCuttable(columns: readonly TextColumn[], widths: readonly number[]): number {
  let found = -1
  for (const [index, column] of columns.entries()) {
    const cuttable = (widths[index] ?? 0) > Math.min(column.shortest, column.right ? 4 : 6)
    if (cuttable && (found === -1 || (widths[index] ?? 0) > (widths[found] ?? 0))) found = index
  }
  // Nothing but numbers left: the widest gives way, so that a line never runs over.
  return found === -1 ? widths.findIndex((width) => width === Math.max(...widths) && width > 4) : found
}

/** Lines of the table without its title; `limit` rows at most (null: all), from the end when `fromEnd`. */
export function tableLines(
  table: Table,
  style: Style,
  { columns, limit, fromEnd = false }: { columns: number | null; limit: number | null; fromEnd?: boolean },
): string[] {
  const rows = limit === null ? table.rows : fromEnd ? table.rows.slice(-limit) : table.rows.slice(0, limit)
  const fitted = fit(textColumns(table, rows, style), columns)
  const aligns = fitted.columns.map(({ right }) => (right ? ('right' as const) : ('left' as const)))
  const grid = new CliTable({
    chars: borderless,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: aligns,
  })
  const cell = (text: string, index: number): string => cut(text, fitted.widths[index] ?? 0, style.ellipsis)
  grid.push(fitted.columns.map(({ label }, index) => cell(label, index)))
  for (const row of rows.keys())
    grid.push(fitted.columns.map(({ cells }, index) => cell(cells[row] ?? '', index)))
  const [head = '', ...body] = grid
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
  const lines = [style.dim(head), ...body]
  const hidden = (table.totalRows ?? table.rows.length) - rows.length
  if (hidden > 0)
    lines.push(
      style.dim(`${style.ellipsis} ${hidden} ${fromEnd ? 'earlier' : 'more'} row${hidden === 1 ? '' : 's'}`),
    )
  if (fitted.dropped.length > 0)
    lines.push(
      style.dim(cut(`(too narrow for: ${fitted.dropped.join(', ')})`, columns ?? 1000, style.ellipsis)),
    )
  return lines
}
