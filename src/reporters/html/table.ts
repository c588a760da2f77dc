// A report table as HTML: row headings, numbers on the right, sortable by the script, scrollable where it is wider than the page.
import type { Scalar, Table, TableColumn } from '../../report/index.ts'
import { formatNumber } from '../../report/index.ts'
import { formatCell, isNumeric, printedColumns } from '../cell.ts'
import { markup, nothing, type Markup } from './markup.ts'
import { longestBar } from './style.ts'
import { badge, isVerdict } from './verdict.ts'

/** Share of the largest value of the column, as a small bar in front of the number. */
function barClass(value: Scalar | undefined, largest: number): Markup {
  if (typeof value !== 'number' || value <= 0 || largest <= 0) return nothing
  return markup` class="w${Math.max(1, Math.round((value / largest) * longestBar))}"`
}

const largestOf = (table: Table, index: number): number =>
  table.rows.reduce((most, row) => {
    const value = row[index]
    return typeof value === 'number' ? Math.max(most, value) : most
  }, 0)

interface Printed {
  readonly column: TableColumn
  readonly index: number
  /** 0 where no bars are wanted. */
  readonly largest: number
}

// Closing tags of rows and cells may be left out in HTML: tables are most of the file. So may the scope of headings in the first row and column.
function cell(
  row: readonly Scalar[],
  { column, index, largest }: Printed,
  place: number,
  table: Table,
): Markup {
  const value = row[index]
  if (place === 0) return markup`<th>${formatCell(value, column, row, table)}`
  if (column.type === 'verdict' && isVerdict(value)) return markup`<td>${badge(value)}`
  const words = formatCell(value, column, row, table)
  return markup`<td${barClass(value, largest)}>${words}`
}

function leftOut({ rows, totalRows }: Table, shown: number): Markup {
  const more = rows.length - shown
  const unlisted = (totalRows ?? rows.length) - rows.length
  const parts = [
    more > 0 ? `${formatNumber(more)} more rows in the JSON report` : null,
    unlisted > 0 ? `${formatNumber(unlisted)} further rows were counted and are not listed` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? nothing : markup`<p class="note">${parts.join('; ')}.</p>`
}

/** `labelledBy`: id of the text that names the table. At most `limit` rows; what is left out is said. */
export function tableMarkup(table: Table, labelledBy: string, limit: number): Markup {
  const columns = printedColumns(table).map(({ column, index }) => ({
    column,
    index,
    largest: column.bar === true ? largestOf(table, index) : 0,
  }))
  const rows = table.rows.slice(0, limit)
  if (rows.length === 0) return markup`<p class="note">No rows.</p>`
  const body = rows.map(
    (row) => markup`<tr>${columns.map((printed, place) => cell(row, printed, place, table))}\n`,
  )
  const numeric = columns.flatMap(({ column }, place) => (isNumeric(column) ? [place] : []))
  const headings = columns.map(({ column }) => column.label)
  return markup`${frame(headings, numeric, body, labelledBy)}${leftOut(table, rows.length)}`
}

/** Columns of numbers are named once, by the table's classes (`n3`: the third): a class on every cell would be a tenth of the file. */
function frame(
  headings: readonly string[],
  numeric: readonly number[],
  body: readonly Markup[],
  labelledBy: string,
  foot: Markup = nothing,
): Markup {
  const wide = headings.length > 9 ? ['wide'] : []
  const classes = [...numeric.map((place) => `n${place + 1}`), ...wide].join(' ')
  const named = classes === '' ? nothing : markup` class="${classes}"`
  return markup`<div tabindex="0" role="group" aria-labelledby="${labelledBy}"><table${named} aria-labelledby="${labelledBy}"><thead><tr>${headings.map(
    (words) => markup`<th>${words}`,
  )}<tbody>
${body}${foot}</table></div>`
}

type PlainCell = Markup | string | number

/** A small table of our own making: heading words and rows of cells, the first of each a row heading; `foot` stays below when sorted. */
export function plainTable(
  headings: readonly string[],
  rows: readonly (readonly PlainCell[])[],
  labelledBy: string,
  foot: readonly PlainCell[] | null = null,
): Markup {
  const line = (cells: readonly PlainCell[]): Markup =>
    markup`<tr>${cells.map((value, index) => {
      const words = typeof value === 'number' ? formatNumber(value) : value
      return index === 0 ? markup`<th>${words}` : markup`<td>${words}`
    })}\n`
  const numeric = headings.flatMap((_words, index) =>
    rows.length > 0 && rows.every((row) => typeof row[index] === 'number') ? [index] : [],
  )
  const last = foot === null ? nothing : markup`<tfoot>${line(foot)}</tfoot>`
  return frame(headings, numeric, rows.map(line), labelledBy, last)
}
