// Sparks above a table of months: the shape of each series at a glance.
import type { Table } from '../../report/index.ts'
import { spark } from './bars.ts'
import type { Style } from './style.ts'
import { terminalText } from './text.ts'
import { displayWidth } from './width.ts'

/** One line per y series of a `lines` chart: label, spark over all rows, first and last x. Nothing where it would not fit. */
export function sparkLines(table: Table, style: Style, columns: number): string[] {
  const { chart } = table
  if (chart?.kind !== 'lines' || table.rows.length < 3) return []
  const at = (id: string): number => table.columns.findIndex((column) => column.id === id)
  const x = at(chart.x)
  const label = (id: string): string => terminalText(table.columns[at(id)]?.label ?? id)
  const widest = Math.max(...chart.y.map((id) => displayWidth(label(id))))
  const first = terminalText(String(table.rows[0]?.[x] ?? ''))
  const last = terminalText(String(table.rows.at(-1)?.[x] ?? ''))
  if (widest + table.rows.length + displayWidth(first) + displayWidth(last) + 6 > columns) return []
  return chart.y.map((id) => {
    const values = table.rows.map((row) => {
      const value = row[at(id)]
      return typeof value === 'number' ? value : null
    })
    const name = label(id)
    return `${name}${' '.repeat(widest - displayWidth(name))}  ${style.dim(first)} ${spark(values, style.unicode)} ${style.dim(last)}`
  })
}
