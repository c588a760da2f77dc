// What the bulk parse left to do: per column how many cells were typed, how many were not understood, and which texts look as if they
// were no text. One pass over the staged table.
import type { LoadingEngine } from '../../engine/engine.ts'
import { join, raw, sql, type RowSpec, type Sql } from '../../sql/index.ts'
import type { ColumnPlan } from './plan.ts'
import { oddName } from './select.ts'
import type { Staged } from './staged.ts'

export interface ColumnCensus {
  readonly plan: ColumnPlan
  /** Cells that have a value. */
  readonly typed: number
  /** Cells with a text that was not understood yet; of text columns those that may be blank, padded or a word for "nothing". */
  readonly odd: number
}

/** White space at the end of a cell, as it occurs. */
const endings = [' ', '\t', '\n', '\r', '\u00a0']

/**
 * Texts that may need mending: padded ones, `'=…` guards, and words for "nothing" (`N/A`, `-`, `(blank)`, `none`, `undefined`).
 * Comparisons first, because they are cheap and rule out nearly all; the pattern then keeps few of the rest.
 */
export function suspicious(column: Sql): Sql {
  const ranges = ['N', 'n', 'P', 'p', 'U', 'u', '<', '\\'].map(
    (first) =>
      sql`(${column} >= '${raw(first)}' AND ${column} < '${raw(String.fromCharCode(first.charCodeAt(0) + 1))}')`,
  )
  const ends = endings.map((ending) => sql`ends_with(${column}, chr(${raw(String(ending.charCodeAt(0)))}))`)
  const cheap = [sql`${column} < '0'`, sql`${column} >= '{'`, ...ranges, ...ends]
  return sql`(${join(cheap, ' OR ')}) AND regexp_matches(${column}, '${raw(pattern)}')`
}

const blank = String.raw`[\s\p{Z}\x{FEFF}]`
const nothing = String.raw`[-–—‒―−]{1,3}|n(?:ull|il|one|an|/a|\.a\.|/v|\.v\.|v|ot applicable)|undefined|please select|\\n|[(<#-].{0,20}`
const pattern = String.raw`(?i)^${blank}|${blank}$|^''[=+\-@]|^(?:${nothing})$`

export async function takeCensus(
  engine: LoadingEngine,
  staged: Staged,
  signal?: AbortSignal,
): Promise<ColumnCensus[]> {
  const { plans } = staged.selection
  const name = (column: string): Sql => engine.dialect.identifier(column)
  const counts = plans.flatMap(({ column, shape }) => [
    sql`COUNT(${name(column)})`,
    shape === 'text'
      ? sql`COUNT(CASE WHEN ${suspicious(name(column))} THEN 1 END)`
      : sql`COUNT(${name(oddName(column))})`,
  ])
  if (counts.length === 0) return []
  const spec: RowSpec = Object.fromEntries(counts.map((_, at) => [`n${at}`, 'integer' as const]))
  const [row] = await engine.all(sql`SELECT ${join(counts, ', ')} FROM ${name(staged.table)}`, spec, signal)
  const values = Object.values(row ?? {}).map(Number)
  return plans.map((plan, at) => ({ plan, typed: values[at * 2] ?? 0, odd: values[at * 2 + 1] ?? 0 }))
}

/** Different texts among the odd cells of a column, most frequent first; beyond `most` the rest is left out. */
export async function oddCells(
  engine: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  most: number,
  signal?: AbortSignal,
): Promise<{ text: string; count: number }[]> {
  const { dialect } = engine
  const isText = plan.shape === 'text'
  const column = dialect.identifier(isText ? plan.column : oddName(plan.column))
  const which = isText ? suspicious(column) : sql`${column} IS NOT NULL`
  return engine.all(
    sql`SELECT ${column}, COUNT(*) FROM ${dialect.identifier(staged.table)} WHERE ${which} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${raw(String(most))}`,
    { text: 'text', count: 'integer' },
    signal,
  )
}

/** Cells that stand for those typed in bulk, with their counts: evidence for the decision beside the odd ones. */
export async function typedCells(
  engine: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  signal?: AbortSignal,
): Promise<{ text: string; count: number }[]> {
  const column = engine.dialect.identifier(plan.column)
  const from = engine.dialect.identifier(staged.table)
  if (plan.shape === 'plain-number' || plan.shape === 'plain-integer') {
    // Only what decides between readings matters: decimals, whole numbers below a thousand, and above.
    return engine.all(
      sql`SELECT CASE WHEN ${column} % 1 <> 0 THEN '0.5' WHEN abs(${column}) < 1000 THEN '5' ELSE '5000' END, COUNT(*) FROM ${from} WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 1`,
      { text: 'text', count: 'integer' },
      signal,
    )
  }
  if (plan.shape === 'coded') {
    return engine.all(
      sql`SELECT CAST(${column} AS VARCHAR), COUNT(*) FROM ${from} WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 1`,
      { text: 'text', count: 'integer' },
      signal,
    )
  }
  const found = await engine.all(
    sql`SELECT CAST(MIN(${column}) AS VARCHAR), COUNT(${column}) FROM ${from}`,
    { text: 'text?', count: 'integer' },
    signal,
  )
  return found.flatMap(({ text, count }) => (text === null ? [] : [{ text, count }]))
}
