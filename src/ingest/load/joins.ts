// How well the tables find each other: rows of one with a partner in the other, and the values that have none.
import type { LoadingEngine } from '../../engine/engine.ts'
import type { KeyJoin } from '../../report/index.ts'
import type { TableName } from '../../schema/index.ts'
import { raw, sql, text, type Sql } from '../../sql/index.ts'
import { customerKeyOf } from './views.ts'
import type { LoadReport } from './load-sources.ts'

interface Side {
  readonly table: TableName
  /** Column shown to people; must be loaded. */
  readonly column: string
  /** Column compared. */
  readonly key: string
  /** Rows of targets that speak of this level only. */
  readonly level?: string
}

/** Values without a partner that are listed. */
const mostOrphans = 20

const side = (table: TableName, column: string, key = column): Side => ({ table, column, key })
const targetsOf = (level: string): Side => ({ table: 'targets', column: 'entity', key: 'entity_key', level })

function pairs(customer: string): readonly (readonly [from: Side, to: Side])[] {
  const customers = (table: TableName): Side => side(table, customer, 'customer_key')
  return [
    [customers('surveys'), customers('deals')],
    [customers('surveys'), customers('invoices')],
    [side('surveys', 'deal_id'), side('deals', 'deal_id')],
    [side('deals', 'lead_id'), side('leads', 'lead_id')],
    [side('leads', 'deal_id'), side('deals', 'deal_id')],
    [side('invoices', 'deal_id'), side('deals', 'deal_id')],
    [customers('invoices'), customers('deals')],
    [customers('customers'), customers('deals')],
    [side('interviews', 'deal_id'), side('deals', 'deal_id')],
    [side('activities', 'deal_id'), side('deals', 'deal_id')],
    [side('stage_history', 'deal_id'), side('deals', 'deal_id')],
    [targetsOf('owner'), side('deals', 'owner', 'owner_key')],
    [targetsOf('owner'), side('invoices', 'owner', 'owner_key')],
    [targetsOf('team'), side('deals', 'team', 'team_key')],
    [targetsOf('product'), side('deals', 'product', 'product_key')],
    [side('deals', 'owner', 'owner_key'), side('owners', 'owner', 'owner_key')],
    [side('surveys', 'owner', 'owner_key'), side('deals', 'owner', 'owner_key')],
  ]
}

export async function joinTables(
  engine: LoadingEngine,
  report: LoadReport,
  signal?: AbortSignal,
): Promise<KeyJoin[]> {
  const found: KeyJoin[] = []
  for (const [from, to] of pairs(customerKeyOf(report.sources)))
    if (report.has(from.table, from.column) && report.has(to.table, to.column)) {
      const join = await keyJoin(engine, from, to, signal)
      if (join !== null) found.push(join)
    }
  return found
}

async function keyJoin(
  engine: LoadingEngine,
  from: Side,
  to: Side,
  signal?: AbortSignal,
): Promise<KeyJoin | null> {
  const name = (column: string): Sql => engine.dialect.identifier(column)
  const rows = (of: Side): Sql => (of.level === undefined ? sql`TRUE` : sql`level = ${text(of.level)}`)
  const left = sql`SELECT ${name(from.key)} AS key, MIN(${name(from.column)}) AS value, COUNT(*) AS n FROM ${name(from.table)} WHERE ${name(from.key)} IS NOT NULL AND ${rows(from)} GROUP BY 1`
  const right = sql`SELECT DISTINCT ${name(to.key)} AS key FROM ${name(to.table)} WHERE ${name(to.key)} IS NOT NULL`
  const both = sql`SELECT l.value, l.n, r.key IS NOT NULL AS met FROM (${left}) l LEFT JOIN (${right}) r ON l.key = r.key`
  const list = await engine.all(
    sql`SELECT value, n, met, SUM(CASE WHEN met THEN n ELSE 0 END) OVER (), SUM(n) OVER (), COUNT(CASE WHEN NOT met THEN 1 END) OVER () FROM (${both}) ORDER BY met, n DESC, value NULLS LAST LIMIT ${raw(String(mostOrphans))}`,
    {
      value: 'text?',
      n: 'integer',
      met: 'flag',
      matched: 'integer',
      rows: 'integer',
      orphanValues: 'integer',
    },
    signal,
  )
  const first = list[0]
  if (first === undefined) return null
  return {
    from: `${from.table}.${from.column}${from.level === undefined ? '' : ` (${from.level})`}`,
    to: `${to.table}.${to.column}`,
    rows: first.rows,
    matched: first.matched,
    orphans: list.filter(({ met }) => !met).map(({ value, n }) => ({ value: value ?? '', rows: n })),
    orphanValues: first.orphanValues,
  }
}
