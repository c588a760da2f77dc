// The first n rows of a ranking, by count or by value: what `lost-reasons --top` and `--by` show.
import type { Report, Table } from '../report/index.ts'

export interface Narrowing {
  readonly top: number | null
  readonly by: 'count' | 'value'
}

const withNote = (table: Table, line: string): Table => ({
  ...table,
  note: table.note === undefined ? line : `${table.note}\n${line}`,
})

/** Ranks are those by count: a column that no longer stands in its own order says so. */
function byValue(table: Table): Table {
  const value = table.columns.findIndex(({ type }) => type === 'money')
  const column = table.columns[value]
  if (column === undefined) return withNote(table, 'Not ordered by value: there are no amounts.')
  const worth = (row: Table['rows'][number]): number =>
    typeof row[value] === 'number' ? row[value] : Number.NEGATIVE_INFINITY
  const carrier = table.columns.findIndex(({ id }) => id === column.currencyFrom)
  const currency = table.rows[0]?.[carrier]
  const unit = typeof currency === 'string' ? ` in ${currency}` : ''
  const cut = (table.totalRows ?? 0) > table.rows.length
  const ordered: Table = {
    ...table,
    // Of a group the whole ranking above it says so.
    title: table.id.startsWith('ranking-by-') ? table.title : `${table.title}, by value${unit}`,
    columns: table.columns.map((one) =>
      one.id === 'rank' ? { ...one, label: `${one.label} by count` } : one,
    ),
    rows: [...table.rows].sort((a, b) => worth(b) - worth(a)),
  }
  return cut ? withNote(ordered, `Ordered among the ${table.rows.length} named most.`) : ordered
}

/** Only tables called `ranking…` change: the others stay whole. */
export function narrowRanking(report: Report, { top, by }: Narrowing): Report {
  const narrow = (table: Table): Table => {
    if (!table.id.startsWith('ranking')) return table
    const ordered = by === 'value' ? byValue(table) : table
    if (top === null || ordered.rows.length <= top) return ordered
    return {
      ...ordered,
      rows: ordered.rows.slice(0, top),
      totalRows: ordered.totalRows ?? ordered.rows.length,
    }
  }
  return {
    ...report,
    outcomes: report.outcomes.map((outcome) => ({ ...outcome, tables: outcome.tables.map(narrow) })),
  }
}
