// Counts and sums of a loaded table, to be checked by a person against the tool the export came from.
import type { LoadingEngine } from '../../engine/engine.ts'
import type { TableProfile } from '../../report/index.ts'
import { tables, type TableName } from '../../schema/index.ts'
import { join, raw, sql, type Sql } from '../../sql/index.ts'
import { happened } from './essential.ts'
import type { LoadReport } from './load-sources.ts'

const counted = ['status', 'level', 'kind', 'owner', 'product', 'team', 'segment', 'source', 'currency']
/** Values listed per column. */
const mostValues = 100

export async function profileTables(
  engine: LoadingEngine,
  report: LoadReport,
  signal?: AbortSignal,
): Promise<TableProfile[]> {
  const profiles: TableProfile[] = []
  for (const table of new Set(report.sources.map((source) => source.table)))
    profiles.push(await profile(engine, report, table, signal))
  return profiles
}

async function profile(
  engine: LoadingEngine,
  report: LoadReport,
  table: TableName,
  signal?: AbortSignal,
): Promise<TableProfile> {
  const from = engine.dialect.identifier(table)
  const days = happened[table].filter((column) => report.has(table, column))
  const ends = (which: 'LEAST' | 'GREATEST', of: 'MIN' | 'MAX'): Sql =>
    days.length === 0
      ? engine.dialect.nullOf('date')
      : sql`${raw(which)}(${join(
          days.map((column) => sql`${raw(of)}(${engine.dialect.identifier(column)})`),
          ', ',
        )})`
  const [totals] = await engine.all(
    sql`SELECT COUNT(*), ${ends('LEAST', 'MIN')}, ${ends('GREATEST', 'MAX')} FROM ${from}`,
    { rows: 'integer', first: 'date?', last: 'date?' },
    signal,
  )
  const counts: TableProfile['counts'] = []
  for (const column of counted)
    if (report.has(table, column)) {
      const found = await countsOf(engine, table, column, signal)
      const split = table === 'deals' && column !== 'status' && report.has('deals', 'status')
      counts.push(split ? await withStatus(engine, column, found, signal) : found)
    }
  const sums: TableProfile['sums'] = []
  for (const [column, { type }] of Object.entries(tables[table].columns))
    if (type === 'money' && report.has(table, column))
      for (const sum of await sumsOf(engine, table, column, signal)) sums.push(sum)
  return {
    table,
    rows: totals?.rows ?? 0,
    firstDay: totals?.first ?? null,
    lastDay: totals?.last ?? null,
    counts,
    sums,
  }
}

async function countsOf(
  engine: LoadingEngine,
  table: TableName,
  column: string,
  signal?: AbortSignal,
): Promise<TableProfile['counts'][number]> {
  const id = engine.dialect.identifier(column)
  const from = engine.dialect.identifier(table)
  const values = await engine.all(
    sql`SELECT ${id}, COUNT(*) FROM ${from} GROUP BY 1 ORDER BY 2 DESC, 1 NULLS LAST LIMIT ${raw(String(mostValues))}`,
    { value: 'text?', rows: 'integer' },
    signal,
  )
  if (values.length < mostValues)
    return { column, values, distinct: values.filter(({ value }) => value !== null).length }
  const [all] = await engine.all(sql`SELECT COUNT(DISTINCT ${id}) FROM ${from}`, { n: 'integer' }, signal)
  return { column, values, distinct: all?.n ?? values.length }
}

/** Won, lost and open deals of each value. */
async function withStatus(
  engine: LoadingEngine,
  column: string,
  counts: TableProfile['counts'][number],
  signal?: AbortSignal,
): Promise<TableProfile['counts'][number]> {
  const rows = await engine.all(
    sql`SELECT ${engine.dialect.identifier(column)}, status, COUNT(*) FROM deals GROUP BY 1, 2 ORDER BY 1 NULLS LAST, 2 NULLS LAST`,
    { value: 'text?', status: 'text?', rows: 'integer' },
    signal,
  )
  const byValue = new Map<string | null, { status: string | null; rows: number }[]>()
  for (const { value, status, rows: count } of rows) {
    const known = byValue.get(value)
    if (known === undefined) byValue.set(value, [{ status, rows: count }])
    else known.push({ status, rows: count })
  }
  return {
    ...counts,
    values: counts.values.map((one) => ({ ...one, byStatus: byValue.get(one.value) ?? [] })),
  }
}

async function sumsOf(
  engine: LoadingEngine,
  table: TableName,
  column: string,
  signal?: AbortSignal,
): Promise<TableProfile['sums']> {
  const id = engine.dialect.identifier(column)
  const has = (name: string): boolean => tables[table].columns[name] !== undefined
  const nothing = engine.dialect.nullOf('text')
  const status = has('status') ? raw('status') : nothing
  const currency = has('currency') ? raw('currency') : nothing
  const rows = await engine.all(
    sql`SELECT ${status} AS status, ${currency} AS currency, SUM(${id}), COUNT(${id}) FROM ${engine.dialect.identifier(table)} WHERE ${id} IS NOT NULL GROUP BY 1, 2 ORDER BY 1 NULLS LAST, 2 NULLS LAST`,
    { status: 'text?', currency: 'text?', sum: 'decimal', rows: 'integer' },
    signal,
  )
  return rows.map((row) => ({ column, ...row }))
}
