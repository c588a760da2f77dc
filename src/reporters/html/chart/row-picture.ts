// Charts with a row per person, product or reason, as data: which rows, in which order, with which panels beside each other.
import type { Chart, Scalar, Table, Verdict } from '../../../report/index.ts'
import { isVerdict } from '../verdict.ts'
import { seriesOf, type Series } from './columns.ts'

export interface Panel {
  readonly series: Series
  /** `steps`: points joined down the rows, for what adds up. */
  readonly shape: 'bars' | 'dots' | 'steps'
  readonly lower: Series | null
  readonly upper: Series | null
  /** A value worth a line of its own. */
  readonly reference: number | null
}

export interface RowPicture {
  readonly heading: string
  readonly labels: readonly string[]
  readonly verdicts: readonly (Verdict | null)[]
  readonly panels: readonly Panel[]
  /** Printed as numbers, the first as the value of the row. */
  readonly texts: readonly Series[]
  /** Rows with a value that the picture has no room for. */
  readonly left: number
}

type Row = readonly Scalar[]
/** Names that findings are about. */
export type Named = ReadonlyMap<string, Verdict>

const mostRows = 24
const majority = 0.8

function verdictOf(row: Row, table: Table, chart: Chart, named: Named): Verdict | null {
  const at = (id: string | undefined): Scalar | undefined =>
    row[table.columns.findIndex((column) => column.id === id)]
  if (chart.highlight !== undefined) {
    const value = at(chart.highlight)
    return isVerdict(value) ? value : null
  }
  return named.get(String(at(chart.x) ?? '')) ?? null
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value / values.length, 0)

/** By value, from the end where the highlighted rows are; without any, the largest first. Rows without a value come last. */
function sorted(
  rows: readonly Row[],
  value: (row: Row) => number | null,
  isLoud: (row: Row) => boolean,
): Row[] {
  const known = rows.filter((row) => value(row) !== null)
  const values = (of: readonly Row[]): number[] => of.map((row) => value(row) ?? 0)
  const loud = known.filter(isLoud)
  const up = loud.length > 0 && mean(values(loud)) < mean(values(known)) ? 1 : -1
  return [
    ...known.toSorted((a, b) => up * ((value(a) ?? 0) - (value(b) ?? 0))),
    ...rows.filter((row) => value(row) === null),
  ]
}

/** The first rows, but never without those that stand out. */
function chosen(rows: readonly Row[], isLoud: (row: Row) => boolean): Row[] {
  const loud = new Set(rows.filter(isLoud).slice(0, mostRows))
  let room = mostRows - loud.size
  return rows.filter((row) => loud.has(row) || (!isLoud(row) && room-- > 0))
}

/** null where there is nothing to compare: fewer than two rows with a value. */
export function rowPicture(table: Table, chart: Chart, named: Named): RowPicture | null {
  const first = table.columns.findIndex((column) => column.id === chart.y[0])
  const isLoud = (row: Row): boolean => verdictOf(row, table, chart, named) !== null
  const value = (row: Row): number | null => (typeof row[first] === 'number' ? row[first] : null)
  const drawable = table.rows.filter(
    (row) =>
      value(row) !== null ||
      typeof row[table.columns.findIndex(({ id }) => id === chart.beside)] === 'number',
  )
  const rows = chosen(chart.kind === 'pareto' ? drawable : sorted(drawable, value, isLoud), isLoud)
  const of = (id: string | undefined): Series | null => seriesOf(table, rows, id)
  const [x, y] = [of(chart.x), of(chart.y[0])]
  if (x === null || y === null || rows.length < 2) return null
  const more = chart.y.slice(1).map(of)
  const pareto = chart.kind === 'pareto'
  const others = pareto ? [] : more
  const counted = of(table.columns.find(({ type }) => type === 'count')?.id)
  const beside = of(chart.beside)
  const panels: (Panel | null)[] = [
    beside && { series: beside, shape: 'bars', lower: null, upper: null, reference: whole(beside) },
    {
      series: y,
      shape: pareto ? 'bars' : 'dots',
      lower: of(chart.lower),
      upper: of(chart.upper),
      reference: chart.reference ?? null,
    },
    ...(pareto ? more.slice(0, 1) : []).map(
      (series): Panel | null =>
        series && { series, shape: 'steps', lower: null, upper: null, reference: majority },
    ),
  ]
  const texts = [y, ...(others.length > 0 ? others : [counted])]
  return {
    heading: x.label,
    labels: x.texts,
    verdicts: rows.map((row) => verdictOf(row, table, chart, named)),
    panels: panels.filter((panel) => panel !== null),
    texts: texts.filter((series) => series !== null),
    left: drawable.length - rows.length,
  }
}

/** A share that can pass 100 % is one of a goal: the line at 100 % says who reached it. */
function whole({ column, values }: Series): number | null {
  const most = values.reduce<number>((largest, value) => Math.max(largest, value ?? 0), 0)
  return column.type === 'share' && most > 0.5 ? 1 : null
}
