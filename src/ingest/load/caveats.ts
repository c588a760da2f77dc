// What is true of the loaded tables as a whole and would mislead a verdict, though no single cell is wrong.
import type { LoadingEngine } from '../../engine/engine.ts'
import type { TableName } from '../../schema/index.ts'
import { join, raw, sql } from '../../sql/index.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { fold } from '../values/index.ts'
import { destroyedIds } from './destroyed-ids.ts'
import type { LoadedSource } from './loaded.ts'

type Has = (table: TableName, column: string) => boolean

/** In the order in which they weigh. Names no customer and no person: reports may be anonymous. */
export async function caveatsOf(
  engine: LoadingEngine,
  sources: readonly LoadedSource[],
  signal?: AbortSignal,
): Promise<Diagnostic[]> {
  const has: Has = (table, column) =>
    sources.some((source) => source.table === table && source.stored.includes(column))
  return [
    ...(await noLostDeals(engine, has, signal)),
    ...sources.flatMap(clipped),
    ...(await destroyedIds(engine, sources, signal)),
    ...sources.flatMap(formerOwners),
    ...(await currencies(engine, has, signal)),
    ...(await oneCustomer(engine, has, signal)),
  ]
}

/** Won deals from which it is no chance that none was lost: with 9 of 10 won, that happens once in 120. */
const enoughWon = 45

async function noLostDeals(engine: LoadingEngine, has: Has, signal?: AbortSignal): Promise<Diagnostic[]> {
  if (!has('deals', 'status')) return []
  const [found] = await engine.all(
    sql`SELECT CAST(COALESCE(SUM(CASE WHEN status = 'won' THEN n END), 0) AS BIGINT), CAST(COALESCE(SUM(CASE WHEN status = 'lost' THEN n END), 0) AS BIGINT) FROM (SELECT status, COUNT(*) AS n FROM deals GROUP BY status)`,
    { won: 'integer', lost: 'integer' },
    signal,
  )
  if (found === undefined || found.lost > 0 || found.won < enoughWon) return []
  return [
    {
      code: 'no-lost-deals',
      message: `${found.won} deals are won and none is lost: no close rate can be told from them`,
      hint: 'some tools archive lost deals and leave them out (Odoo: the filter "Archived"); export those too',
    },
  ]
}

/** Numbers of rows at which tools, spreadsheets and previews stop. */
const limits: ReadonlySet<number> = new Set([
  1000, 2000, 2500, 3000, 5000, 10_000, 15_000, 20_000, 25_000, 30_000, 50_000, 65_535, 65_536, 100_000,
  200_000, 250_000, 500_000, 1_000_000, 1_048_575, 1_048_576,
])

function clipped({ source, table, rows }: LoadedSource): Diagnostic[] {
  if (table === 'targets') return []
  const aside = rows.setAside
    .filter(({ class: name }) => name !== 'duplicate')
    .reduce((sum, entry) => sum + entry.rows, 0)
  const count = [rows.read, rows.read - aside].find((one) => limits.has(one))
  if (count === undefined) return []
  return [
    {
      code: 'clipped',
      message: `${source.name} has exactly ${count} rows: many exports are cut off at such a number`,
      hint: 'compare with the count that the tool shows; if rows are missing, export in parts and give all of them',
    },
  ]
}

const formerOwner =
  /^(?:previous|former|original|old|prior|initial|first) (?:\w+ )?(?:owner|rep|user|seller)\b/

/** A column beside the owner that says who had the deal before: results then count for whoever has it now. */
function formerOwners({ source, mapping }: LoadedSource): Diagnostic[] {
  const owner = mapping.columns.find(({ column }) => column === 'owner')
  if (owner === undefined) return []
  const before = source.header.names.findIndex(
    (name, at) => at !== owner.index && formerOwner.test(fold(name)),
  )
  if (before === -1) return []
  const moved = source.sample.filter(({ cells }) => {
    const former = fold(cells[before] ?? '')
    return former !== '' && former !== fold(cells[owner.index] ?? '')
  }).length
  if (moved === 0) return []
  const of = source.sampleIsAll ? `${source.sample.length}` : `the first ${source.sample.length}`
  return [
    {
      code: 'owner-reassigned',
      message: `${source.name}: ${moved} of ${of} rows had another owner before ("${source.header.names[before] ?? ''}"): results count for the owner of today`,
      hint: 'map the column of the owner who sold as "owner" in salescheck.json if that is who should be judged',
    },
  ]
}

/** Currencies listed in a message. */
const mostCurrencies = 5

async function currencies(engine: LoadingEngine, has: Has, signal?: AbortSignal): Promise<Diagnostic[]> {
  const named = (['deals', 'invoices', 'targets'] as const).filter((table) => has(table, 'currency'))
  const found: Diagnostic[] = []
  const mixed: string[] = []
  const byTable = new Map<string, Set<string>>()
  const counts = named.map(
    (table, at) =>
      sql`SELECT ${raw(String(at))} AS place, currency AS written, COUNT(*) AS n FROM ${engine.dialect.identifier(table)} WHERE currency IS NOT NULL GROUP BY currency`,
  )
  const all =
    counts.length === 0
      ? []
      : await engine.all(
          sql`SELECT place, UPPER(written) AS name, CAST(SUM(n) AS BIGINT) AS n FROM (${join(counts, ' UNION ALL ')}) GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
          { place: 'integer', name: 'text', rows: 'integer' },
          signal,
        )
  for (const [at, table] of named.entries()) {
    const list = all.filter(({ place }) => place === at)
    byTable.set(table, new Set(list.map(({ name }) => name)))
    const shown = list.slice(0, mostCurrencies).map(({ name, rows }) => `${name} (${rows})`)
    if (list.length > 1)
      mixed.push(`${table} in ${shown.join(', ')}${list.length > mostCurrencies ? ', …' : ''}`)
  }
  if (mixed.length > 0)
    found.push({
      code: 'currencies-mixed',
      message: `several currencies: ${mixed.join('; ')}. They are never added up: money is told for each`,
      hint: 'Export amounts in the currency of the company if your tool can convert them.',
    })
  const targets = byTable.get('targets')
  const sales = [...(byTable.get('deals') ?? []), ...(byTable.get('invoices') ?? [])]
  if (
    targets !== undefined &&
    targets.size > 0 &&
    sales.length > 0 &&
    !sales.some((name) => targets.has(name))
  )
    found.push({
      code: 'target-currency',
      message: `targets are in ${[...targets].join(', ')}, sales in ${[...new Set(sales)].join(', ')}: no target can be reached`,
      hint: 'give both in the same currency',
    })
  return found
}

/** Answers below which one customer may hold most of them. */
const enoughAnswers = 20

async function oneCustomer(engine: LoadingEngine, has: Has, signal?: AbortSignal): Promise<Diagnostic[]> {
  if (!has('surveys', 'customer') && !has('surveys', 'customer_id')) return []
  const counts = sql`SELECT customer_key, COUNT(*) AS n FROM surveys WHERE score IS NOT NULL GROUP BY 1`
  const [found] = await engine.all(
    sql`SELECT COALESCE(SUM(n), 0), COALESCE(MAX(CASE WHEN customer_key IS NOT NULL THEN n END), 0) FROM (${counts})`,
    { all: 'integer', most: 'integer' },
    signal,
  )
  if (found === undefined || found.all < enoughAnswers || found.most * 2 <= found.all) return []
  return [
    {
      code: 'one-customer',
      message: `${found.most} of ${found.all} answers come from one customer: NPS is that of this customer more than of all`,
      hint: 'look at the answers without this customer before acting on them',
    },
  ]
}
