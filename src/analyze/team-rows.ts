// Which team every row belongs to: written beside the rows, so that those of other teams can be set aside.
import type { LoadedSource } from '../ingest/index.ts'
import { customerKeyOf } from '../ingest/load/views.ts'
import type { LoadingEngine } from '../engine/engine.ts'
import type { TableName } from '../schema/index.ts'
import { join, raw, sql, type Sql } from '../sql/index.ts'

/** The column beside the rows: the join key of their team, NULL where nothing says it. */
export const teamOfRow = raw('"team of row"')

type Way = 'team' | 'owner' | 'deal' | 'lead' | 'sale'

/**
 * Where the team of a row is looked for, the first that says it: its own team, that of its owner, its deal, its lead, or the customer's
 * latest won deal (of surveys on or before the day of the answer). A lead is never placed through its deal: then only those that became
 * one would be counted. Targets say by level and entity.
 */
const ways: Readonly<Record<Exclude<TableName, 'targets'>, readonly Way[]>> = {
  owners: ['team'],
  deals: ['team', 'owner'],
  leads: ['team', 'owner'],
  invoices: ['team', 'owner', 'deal'],
  surveys: ['team', 'owner', 'deal', 'sale'],
  customers: ['team', 'owner', 'sale'],
  interviews: ['deal', 'sale'],
  activities: ['deal', 'lead', 'owner'],
  stage_history: ['deal', 'lead', 'owner'],
}

const customer = ['customer', 'customer_id']

/** Text columns that are needed to find the team of a row. */
export const teamColumns: Readonly<Record<TableName, readonly string[]>> = {
  owners: ['owner', 'team'],
  deals: ['team', 'owner', 'deal_id', 'lead_id', ...customer],
  leads: ['team', 'owner', 'lead_id', 'deal_id'],
  invoices: ['team', 'owner', 'deal_id', ...customer],
  surveys: ['team', 'owner', 'deal_id', ...customer],
  customers: ['team', 'owner', ...customer],
  interviews: ['deal_id', ...customer],
  activities: ['deal_id', 'lead_id', 'owner'],
  stage_history: ['deal_id', 'lead_id', 'owner'],
  targets: ['entity'],
}

interface Marking {
  readonly engine: LoadingEngine
  readonly sources: readonly LoadedSource[]
  readonly signal: AbortSignal | undefined
}

const named = ({ engine }: Marking, name: string): Sql => engine.dialect.identifier(name)

const keyOf = (marking: Marking, { stored }: LoadedSource, column: string): Sql =>
  stored.includes(column)
    ? marking.engine.dialect.foldText(named(marking, column))
    : marking.engine.dialect.nullOf('text')

const ofTable = ({ sources }: Marking, table: TableName): LoadedSource[] =>
  sources.filter((source) => source.table === table)

/** One row per source row of these tables that has all of the columns; `select` sees the physical table. */
function union(
  marking: Marking,
  tables: readonly TableName[],
  columns: readonly string[],
  select: (source: LoadedSource) => Sql,
): Sql | null {
  const parts = tables
    .flatMap((table) => ofTable(marking, table))
    .filter(({ stored }) => columns.every((column) => stored.includes(column)))
    .map((source) => sql`SELECT ${select(source)} FROM ${named(marking, source.physical)}`)
  return parts.length === 0 ? null : join(parts, ' UNION ALL ')
}

async function tableOf(marking: Marking, name: string, columns: Sql, rows: Sql | null): Promise<boolean> {
  if (rows === null) return false
  await marking.engine.run(
    sql`CREATE OR REPLACE TABLE ${named(marking, name)} AS SELECT ${columns} FROM (${rows}) AS found`,
    marking.signal,
  )
  return true
}

/** Owners whose rows, wherever they name a team, name one and the same. */
const makeOwners = (marking: Marking): Promise<boolean> => {
  const rows = union(
    marking,
    ['owners', 'deals', 'leads', 'invoices', 'surveys', 'customers'],
    ['owner', 'team'],
    (source) => sql`${keyOf(marking, source, 'owner')} AS id, ${keyOf(marking, source, 'team')} AS team`,
  )
  const one =
    rows &&
    sql`SELECT id, MIN(team) AS team FROM (${rows}) AS placed WHERE id IS NOT NULL AND team IS NOT NULL
    GROUP BY id HAVING MIN(team) = MAX(team)`
  return tableOf(marking, 'team owners', sql`id, team`, one)
}

const makeIds = (marking: Marking, table: 'deals' | 'leads', id: string, name: string): Promise<boolean> => {
  const rows = union(marking, [table], [id], () => sql`${named(marking, id)} AS id, ${teamOfRow} AS team`)
  const one =
    rows && sql`SELECT id, MIN(team) AS team FROM (${rows}) AS placed WHERE id IS NOT NULL GROUP BY id`
  return tableOf(marking, name, sql`id, team`, one)
}

/** Won deals with their customer, also those whose team is not known: a later sale of nobody's takes the customer from a team too. */
const makeSales = (marking: Marking): Promise<boolean> => {
  const key = customerKeyOf(marking.sources)
  const rows = union(marking, ['deals'], [key, 'closed_on', 'status'], (source) => {
    const id = source.stored.includes('deal_id') ? raw('deal_id') : marking.engine.dialect.nullOf('text')
    return sql`${keyOf(marking, source, key)} AS customer, closed_on, ${id} AS id, ${teamOfRow} AS team, status`
  })
  const won =
    rows &&
    sql`SELECT * FROM (${rows}) AS closed WHERE status = 'won' AND closed_on IS NOT NULL AND customer IS NOT NULL`
  return tableOf(marking, 'team sales', sql`customer, closed_on, id, team`, won)
}

/** Rows of the table to the team of their customer's latest sale. */
function latestSale(marking: Marking, source: LoadedSource): Sql | null {
  const key = customerKeyOf(marking.sources)
  if (!source.stored.includes(key)) return null
  if (source.table === 'surveys' && !source.stored.includes('answered_on')) return null
  const until = source.table === 'surveys' ? sql`AND sale.closed_on <= answered_on` : sql``
  return sql`SELECT row, team FROM (
      SELECT asked.row AS row, sale.team AS team,
        ROW_NUMBER() OVER (PARTITION BY asked.row ORDER BY sale.closed_on DESC, sale.id DESC, sale.team) AS place
      FROM (SELECT rowid AS row, ${keyOf(marking, source, key)} AS customer${source.table === 'surveys' ? sql`, answered_on` : sql``}
          FROM ${named(marking, source.physical)} WHERE ${teamOfRow} IS NULL) AS asked
        JOIN "team sales" AS sale ON sale.customer = asked.customer ${until}) AS ranked
    WHERE place = 1`
}

async function mark(
  marking: Marking,
  source: LoadedSource,
  way: Way,
  has: ReadonlySet<string>,
): Promise<void> {
  const { engine, signal } = marking
  const table = named(marking, source.physical)
  const from = async (name: string, id: Sql): Promise<void> => {
    if (!has.has(name)) return
    await engine.run(
      sql`UPDATE ${table} SET ${teamOfRow} = known.team FROM ${named(marking, name)} AS known WHERE known.id = ${id} AND ${teamOfRow} IS NULL`,
      signal,
    )
  }
  if (way === 'team') {
    await engine.run(sql`UPDATE ${table} SET ${teamOfRow} = ${keyOf(marking, source, 'team')}`, signal)
  } else if (way === 'owner') await from('team owners', keyOf(marking, source, 'owner'))
  else if (way === 'deal' && source.stored.includes('deal_id')) await from('team deals', raw('deal_id'))
  else if (way === 'lead' && source.stored.includes('lead_id')) await from('team leads', raw('lead_id'))
  else if (way === 'sale' && has.has('team sales')) {
    const latest = latestSale(marking, source)
    if (latest === null) return
    await engine.run(
      sql`UPDATE ${table} SET ${teamOfRow} = latest.team FROM (${latest}) AS latest WHERE latest.row = ${table}.rowid`,
      signal,
    )
  }
}

/** A team's own target, and those of its people. */
async function markTargets(marking: Marking, source: LoadedSource, owners: boolean): Promise<void> {
  const { engine, signal } = marking
  if (!source.stored.includes('level') || !source.stored.includes('entity')) return
  const table = named(marking, source.physical)
  const entity = keyOf(marking, source, 'entity')
  await engine.run(sql`UPDATE ${table} SET ${teamOfRow} = ${entity} WHERE level = 'team'`, signal)
  if (!owners) return
  await engine.run(
    sql`UPDATE ${table} SET ${teamOfRow} = known.team FROM "team owners" AS known WHERE known.id = ${entity} AND level = 'owner'`,
    signal,
  )
}

/** Fills `teamOfRow` of every source. */
export async function markTeams(
  engine: LoadingEngine,
  sources: readonly LoadedSource[],
  signal?: AbortSignal,
): Promise<void> {
  const marking: Marking = { engine, sources, signal }
  for (const { physical } of sources) {
    await engine.run(sql`ALTER TABLE ${named(marking, physical)} ADD COLUMN ${teamOfRow} VARCHAR`, signal)
  }
  const has = new Set<string>()
  const made = async (name: string, making: Promise<boolean>): Promise<void> => {
    if (await making) has.add(name)
  }
  const markTable = async (table: keyof typeof ways): Promise<void> => {
    for (const source of ofTable(marking, table))
      for (const way of ways[table]) await mark(marking, source, way, has)
  }
  await made('team owners', makeOwners(marking))
  await markTable('deals')
  await markTable('leads')
  await made('team deals', makeIds(marking, 'deals', 'deal_id', 'team deals'))
  await made('team leads', makeIds(marking, 'leads', 'lead_id', 'team leads'))
  await made('team sales', makeSales(marking))
  for (const table of [
    'owners',
    'invoices',
    'surveys',
    'customers',
    'interviews',
    'activities',
    'stage_history',
  ] as const)
    await markTable(table)
  for (const source of ofTable(marking, 'targets')) await markTargets(marking, source, has.has('team owners'))
}
