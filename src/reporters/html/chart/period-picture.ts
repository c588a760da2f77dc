// Charts over months, quarters or weeks, as data: bars for what lies beside, lines for the measures, and which periods are not final.
import type { Chart, Table } from '../../../report/index.ts'
import { flagsOf, seriesOf, type Series } from './columns.ts'

export interface PeriodPicture {
  readonly periods: readonly string[]
  /** Drawn above the lines, as bars. */
  readonly beside: Series | null
  readonly lines: readonly Series[]
  /** Ends of the interval of the first line. */
  readonly lower: Series | null
  readonly upper: Series | null
  readonly provisional: readonly boolean[]
  /** What it means not to be final, in the words of the table. */
  readonly provisionalLabel: string
}

/** null where there are fewer than two periods with a value. */
export function periodPicture(table: Table, chart: Chart): PeriodPicture | null {
  const drawn = [...chart.y, ...(chart.beside === undefined ? [] : [chart.beside])]
  const places = drawn.map((id) => table.columns.findIndex((column) => column.id === id))
  const isFilled = (row: (typeof table.rows)[number]): boolean =>
    places.some((index) => typeof row[index] === 'number')
  const from = table.rows.findIndex(isFilled)
  const rows = from === -1 ? [] : table.rows.slice(from, table.rows.findLastIndex(isFilled) + 1)
  const x = seriesOf(table, rows, chart.x)
  const lines = chart.y.map((id) => seriesOf(table, rows, id)).filter((series) => series !== null)
  const known = lines[0]?.values.filter((value) => value !== null).length ?? 0
  if (x === null || known < 2) return null
  return {
    periods: x.texts,
    beside: seriesOf(table, rows, chart.beside),
    lines,
    lower: seriesOf(table, rows, chart.lower),
    upper: seriesOf(table, rows, chart.upper),
    provisional: flagsOf(table, rows, chart.provisional),
    provisionalLabel: table.columns.find(({ id }) => id === chart.provisional)?.label ?? '',
  }
}
