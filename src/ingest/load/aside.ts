// Rows that are no data: those a rule names (soft-deleted, test, preview), and those whose id came before.
import type { LoadingEngine } from '../../engine/engine.ts'
import { raw, sql, type Sql } from '../../sql/index.ts'
import type { SetAsideRule } from '../mapping.ts'
import { fold } from '../values/index.ts'
import { isDestroyed } from './destroyed-ids.ts'
import { listOf } from './list.ts'
import { asideName } from './select.ts'
import type { Staged } from './staged.ts'

/** Rows by class; a row that several rules name counts for the first. */
export async function rowsByRule(
  engine: LoadingEngine,
  staged: Staged,
  rules: readonly SetAsideRule[],
  signal?: AbortSignal,
): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  const { dialect } = engine
  const table = dialect.identifier(staged.table)
  for (const [at, rule] of rules.entries()) {
    const column = dialect.identifier(asideName(at))
    const cells = await engine.all(
      sql`SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 1`,
      { text: 'text' },
      signal,
    )
    const named = cells.filter(({ text }) => rule.words.has(fold(text)))
    if (named.length > 0) {
      const texts = named.map(({ text }) => [text])
      const list = await listOf(
        engine,
        `${staged.table} words`,
        [{ name: 'text', type: 'text' }],
        texts,
        signal,
      )
      const rows = await engine.all(
        sql`SELECT t.rowid FROM ${table} t JOIN ${list.from} ON t.${column} = m.text ORDER BY 1`,
        { row: 'integer' },
        signal,
      )
      for (const { row } of rows) if (!found.has(row)) found.set(row, rule.class)
      await list.drop()
    }
    await engine.run(sql`ALTER TABLE ${table} DROP COLUMN ${column}`)
  }
  return found
}

/** A table whose rows are compared by id, in the order in which the first one counts. */
export interface Identified {
  readonly table: string
  /** Column that holds the id. */
  readonly column: string
}

function idsOf(engine: LoadingEngine, { table, column }: Identified, at: number): Sql {
  const id = engine.dialect.identifier(column)
  const told = sql`CASE WHEN ${isDestroyed(id)} THEN NULL ELSE ${id} END`
  return sql`SELECT ${raw(String(at))} AS place, rowid AS row, ${told} AS id FROM ${engine.dialect.identifier(table)}`
}

/**
 * Rows whose id was there before, as [position of the table, row]. Call it when unusable rows are gone. Ids in rising order, as exports
 * mostly have them, cannot repeat, which is seen in one cheap pass; otherwise hashes find the few that need a closer look.
 */
export async function duplicates(
  engine: LoadingEngine,
  tables: readonly Identified[],
  signal?: AbortSignal,
): Promise<{ at: number; row: number }[]> {
  const [only, ...others] = tables
  if (only === undefined) return []
  if (others.length === 0 && (await isRising(engine, only, signal))) return []
  const all = tables
    .map((table, at) => idsOf(engine, table, at))
    .reduce((left, right) => sql`${left} UNION ALL ${right}`)
  const repeated = sql`SELECT hash(id) FROM (${all}) WHERE id IS NOT NULL GROUP BY 1 HAVING COUNT(*) > 1`
  const suspects = sql`SELECT place, row, row_number() OVER (PARTITION BY id ORDER BY place, row) AS seen FROM (${all}) WHERE id IS NOT NULL AND hash(id) IN (${repeated})`
  return engine.all(
    sql`SELECT place, row FROM (${suspects}) WHERE seen > 1 ORDER BY place, row`,
    { at: 'integer', row: 'integer' },
    signal,
  )
}

/** Every id is greater than the one before it (of two lengths the longer: `9`, `10`) and none is missing. */
async function isRising(engine: LoadingEngine, table: Identified, signal?: AbortSignal): Promise<boolean> {
  const id = engine.dialect.identifier(table.column)
  const before = sql`lag(${id}) OVER ()`
  const rises = sql`CASE WHEN strlen(${id}) = strlen(${before}) THEN ${id} > ${before} ELSE strlen(${id}) > strlen(${before}) END`
  const steps = sql`SELECT ${rises} AS rises FROM ${engine.dialect.identifier(table.table)}`
  const [row] = await engine.all(
    sql`SELECT COUNT(*), COUNT(CASE WHEN rises THEN 1 END) FROM (${steps})`,
    { rows: 'integer', rising: 'integer' },
    signal,
  )
  // The first row has none before it; a missing id neither rises nor is risen from.
  return row !== undefined && row.rising >= row.rows - 1
}

/** Takes rows out of a staged table. */
export async function takeOut(
  engine: LoadingEngine,
  table: string,
  rows: readonly number[],
  signal?: AbortSignal,
): Promise<void> {
  if (rows.length === 0) return
  const out = rows.map((row) => [row])
  const list = await listOf(engine, `${table} out`, [{ name: 'row', type: 'integer' }], out, signal)
  await engine.run(
    sql`DELETE FROM ${engine.dialect.identifier(table)} WHERE rowid IN (SELECT m.row FROM ${list.from})`,
    signal,
  )
  await list.drop()
}
