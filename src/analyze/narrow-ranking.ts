// The first n rows of a ranking, by count or by value: what `lost-reasons --top` and `--by` show.
import type { Report, Table } from '../report/index.ts'

export interface Narrowing {
  readonly top: number | null
  readonly by: 'count' | 'value'
}

function byValue(table: Table): Table {
  const value = table.columns.findIndex(({ type }) => type === 'money')
  if (value === -1) return table
  const worth = (row: Table['rows'][number]): number =>
    typeof row[value] === 'number' ? row[value] : Number.NEGATIVE_INFINITY
  const rows = [...table.rows].sort((a, b) => worth(b) - worth(a))
  return { ...table, rows }
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
