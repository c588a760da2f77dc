// Until which day data reach: the newest day of something that happened, per table and altogether. Single dates far from all others are
// slips of the pen; they stay in their rows but move no horizon.
import type { LoadingEngine } from '../../engine/engine.ts'
import { addDays, daysBetween, type CalendarDate, type TableName } from '../../schema/index.ts'
import { date, join, raw, sql, type RowSpec } from '../../sql/index.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { happened } from './essential.ts'
import type { LoadedSource } from './loaded.ts'

export interface Horizons {
  readonly byTable: ReadonlyMap<TableName, CalendarDate>
  readonly asOf: CalendarDate | null
  /** `deals.closed_on`: the column that has the newest day. */
  readonly asOfFrom: string | null
  readonly warnings: readonly Diagnostic[]
}

/** Days without any row that set a date apart from the others. */
const farDays = 366
/** Rows that may be slips: one, or one in a thousand. */
const fewRows = (rows: number): number => Math.max(1, Math.floor(rows / 1000))
/** Below so many rows nothing is "far from the others". */
const enoughRows = 10

export async function findHorizons(
  engine: LoadingEngine,
  sources: readonly LoadedSource[],
  signal?: AbortSignal,
): Promise<Horizons> {
  const byTable = new Map<TableName, CalendarDate>()
  const warnings: Diagnostic[] = []
  let asOf: CalendarDate | null = null
  let asOfFrom: string | null = null
  for (const table of new Set(sources.map((source) => source.table))) {
    const filled = sources.filter((source) => source.table === table)
    const columns = happened[table].filter((column) => filled.some(({ stored }) => stored.includes(column)))
    if (columns.length === 0) continue
    const ends = await newest(engine, table, columns, signal)
    for (const { column, rows, last, recent } of ends) {
      if (last === null) continue
      let end = last
      if (rows >= enoughRows && recent <= fewRows(rows)) {
        const days = await histogram(engine, table, column, signal)
        end = withoutFar(days, rows)
        if (end < last) warnings.push(farDates(table, column, end, days))
      }
      const known = byTable.get(table)
      if (known === undefined || end > known) byTable.set(table, end)
      if (asOf === null || end > asOf) {
        asOf = end
        asOfFrom = `${table}.${column}`
      }
    }
  }
  return { byTable, asOf, asOfFrom, warnings }
}

interface End {
  readonly column: string
  readonly rows: number
  readonly last: CalendarDate | null
  /** Rows in the last year before `last`. */
  readonly recent: number
}

async function newest(
  engine: LoadingEngine,
  table: TableName,
  columns: readonly string[],
  signal?: AbortSignal,
): Promise<End[]> {
  const name = (column: string) => engine.dialect.identifier(column)
  const from = name(table)
  const last: RowSpec = Object.fromEntries(
    columns.flatMap((_, at) => [
      [`last${at}`, 'date?' as const],
      [`rows${at}`, 'integer' as const],
    ]),
  )
  const parts = columns.map((column) => sql`MAX(${name(column)}), COUNT(${name(column)})`)
  const [row] = await engine.all(sql`SELECT ${join(parts, ', ')} FROM ${from}`, last, signal)
  const values = Object.values(row ?? {})
  const ends = columns.map((column, at) => {
    const day = values[at * 2]
    return { column, last: typeof day === 'string' ? day : null, rows: Number(values[at * 2 + 1] ?? 0) }
  })
  const counts = ends.map(({ column, last: day }) =>
    day === null
      ? raw('0')
      : sql`COUNT(CASE WHEN ${name(column)} > ${date(addDays(day, -farDays))} THEN 1 END)`,
  )
  const recent: RowSpec = Object.fromEntries(columns.map((_, at) => [`recent${at}`, 'integer' as const]))
  const [found] = await engine.all(sql`SELECT ${join(counts, ', ')} FROM ${from}`, recent, signal)
  const near = Object.values(found ?? {})
  return ends.map((end, at) => ({ ...end, recent: Number(near[at] ?? 0) }))
}

interface Day {
  readonly day: CalendarDate
  readonly rows: number
}

const histogram = (
  engine: LoadingEngine,
  table: TableName,
  column: string,
  signal?: AbortSignal,
): Promise<Day[]> => {
  const id = engine.dialect.identifier(column)
  return engine.all(
    sql`SELECT ${id}, COUNT(*) FROM ${engine.dialect.identifier(table)} WHERE ${id} IS NOT NULL GROUP BY 1 ORDER BY 1`,
    { day: 'date', rows: 'integer' },
    signal,
  )
}

/** The last day before the first gap of a year behind which only few rows lie. */
export function withoutFar(days: readonly Day[], rows: number): CalendarDate {
  let behind = 0
  let end = days.at(-1)?.day ?? ''
  for (let at = days.length - 1; at > 0; at--) {
    behind += days[at]?.rows ?? 0
    if (behind > fewRows(rows)) break
    const before = days[at - 1]?.day ?? ''
    if (daysBetween(before, days[at]?.day ?? before) >= farDays) end = before
  }
  return end
}

function farDates(table: TableName, column: string, end: CalendarDate, days: readonly Day[]): Diagnostic {
  const far = days.filter(({ day }) => day > end)
  const rows = far.reduce((sum, day) => sum + day.rows, 0)
  const shown = far.slice(0, 3).map(({ day }) => day)
  return {
    code: 'far-dates',
    message: `${table}.${column}: ${rows} row${rows === 1 ? '' : 's'} dated more than a year after all others (${shown.join(', ')}${far.length > 3 ? ', …' : ''}); data are taken to reach until ${end}`,
    hint: 'write --as-of with the day the exports were made if this is wrong',
  }
}
