// Until which day data reach: the newest day of something that happened, per table and altogether. Single dates far from all others are
// slips of the pen; they stay in their rows but move no horizon.
import type { LoadingEngine } from '../../engine/engine.ts'
import { addDays, daysBetween, type CalendarDate, type TableName } from '../../schema/index.ts'
import { date, join, raw, sql, text, type Row, type RowSpec, type Sql } from '../../sql/index.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { departed, happened } from './essential.ts'
import type { LoadedSource } from './loaded.ts'

export interface Horizons {
  /** No later than asOf, but for customers: some may be known to have left since. */
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
  for (const found of await newest(engine, datesOf(sources), signal)) {
    const { table, column, rows, last, recent } = found
    let end = last
    if (rows >= enoughRows && recent <= fewRows(rows)) {
      const days = await histogram(engine, found, signal)
      end = withoutFar(days, rows)
      if (end < last) warnings.push(farDates(table, column, end, days))
    }
    const known = byTable.get(table)
    if (known === undefined || end > known) byTable.set(table, end)
    if (found.status === undefined && (asOf === null || end > asOf)) {
      asOf = end
      asOfFrom = `${table}.${column}`
    }
  }
  return { byTable, asOf, asOfFrom, warnings }
}

interface DateColumn {
  readonly table: TableName
  readonly column: string
  /** Only rows of this status tell. */
  readonly status?: string
}

function datesOf(sources: readonly LoadedSource[]): DateColumn[] {
  const has = (table: TableName, column: string): boolean =>
    sources.some((source) => source.table === table && source.stored.includes(column))
  const dates = [...new Set(sources.map(({ table }) => table))].flatMap((table): DateColumn[] =>
    happened[table].filter((column) => has(table, column)).map((column) => ({ table, column })),
  )
  const { table, column } = departed
  return has(table, column) && has(table, 'status') ? [...dates, departed] : dates
}

interface End extends DateColumn {
  readonly rows: number
  readonly last: CalendarDate
  /** Rows in the last year before `last`. */
  readonly recent: number
}

const ofStatus = (status: string | undefined): Sql =>
  status === undefined ? raw('TRUE') : sql`status = ${text(status)}`

/** Of columns that have a day. All columns of all tables are asked for at once: a statement costs more than a small table. */
async function newest(
  engine: LoadingEngine,
  columns: readonly DateColumn[],
  signal?: AbortSignal,
): Promise<End[]> {
  const name = (id: string): Sql => engine.dialect.identifier(id)
  const lasts = columns.map(
    ({ table, column, status }, at) =>
      sql`SELECT ${raw(String(at))}, MAX(${name(column)}), COUNT(${name(column)}) FROM ${name(table)} WHERE ${ofStatus(status)}`,
  )
  const spec = { place: 'integer', last: 'date?', rows: 'integer' } as const
  const found = await askAll(engine, lasts, spec, signal)
  const ends = found.flatMap(({ place, last, rows }) => {
    const of = columns[place]
    return last === null || of === undefined ? [] : [{ ...of, last, rows }]
  })
  const counts = ends.map(
    ({ table, column, status, last }, at) =>
      sql`SELECT ${raw(String(at))}, COUNT(*) FROM ${name(table)} WHERE ${name(column)} > ${date(addDays(last, -farDays))} AND ${ofStatus(status)}`,
  )
  const recent = await askAll(engine, counts, { place: 'integer', rows: 'integer' }, signal)
  return ends.map((end, at) => ({ ...end, recent: recent[at]?.rows ?? 0 }))
}

/** The rows of all these queries, whose first column is the place among them. */
async function askAll<const S extends RowSpec>(
  engine: LoadingEngine,
  queries: readonly Sql[],
  spec: S,
  signal?: AbortSignal,
): Promise<Row<S>[]> {
  if (queries.length === 0) return []
  return engine.all(sql`SELECT * FROM (${join(queries, ' UNION ALL ')}) ORDER BY 1`, spec, signal)
}

interface Day {
  readonly day: CalendarDate
  readonly rows: number
}

const histogram = (
  engine: LoadingEngine,
  { table, column, status }: DateColumn,
  signal?: AbortSignal,
): Promise<Day[]> => {
  const id = engine.dialect.identifier(column)
  return engine.all(
    sql`SELECT ${id}, COUNT(*) FROM ${engine.dialect.identifier(table)} WHERE ${id} IS NOT NULL AND ${ofStatus(status)} GROUP BY 1 ORDER BY 1`,
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
