// What the bulk parse left to do: per column how many cells were typed, how many were not understood, and which texts look as if they
// were no text. One pass over the staged table.
import type { LoadingEngine } from '../../engine/engine.ts'
import { dateParts } from '../../schema/index.ts'
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
  return sql`(${join(cheap, ' OR ')}) AND regexp_matches(${column}, '${raw(mendable)}')`
}

const blank = String.raw`[\s\p{Z}\x{FEFF}]`
const nothing = String.raw`[-–—‒―−]{1,3}|n(?:ull|il|one|an|/a|\.a\.|/v|\.v\.|v|ot applicable)|undefined|please select|\\n|[(<#-].{0,20}`
const mendable = String.raw`(?i)^${blank}|${blank}$|^''[=+\-@]|^(?:${nothing})$`

export async function takeCensus(
  engine: LoadingEngine,
  staged: Staged,
  signal?: AbortSignal,
): Promise<ColumnCensus[]> {
  const { plans } = staged.selection
  const name = (column: string): Sql => engine.dialect.identifier(column)
  const typed = plans.filter(({ shape }) => shape !== 'text')
  const counts = typed.flatMap(({ column }) => [
    sql`COUNT(${name(column)})`,
    sql`COUNT(${name(oddName(column))})`,
  ])
  const spec: RowSpec = Object.fromEntries(counts.map((_, at) => [`n${at}`, 'integer' as const]))
  const [row] =
    counts.length === 0
      ? []
      : await engine.all(sql`SELECT ${join(counts, ', ')} FROM ${name(staged.table)}`, spec, signal)
  const values = Object.values(row ?? {}).map(Number)
  return plans.map((plan) => {
    const at = typed.indexOf(plan)
    // Texts are looked at one column at a time: see `oddTexts`.
    return { plan, typed: values[at * 2] ?? 0, odd: values[at * 2 + 1] ?? 0 }
  })
}

export interface TextCount {
  readonly text: string
  readonly count: number
}

/** Different texts of a column of few texts, at most. */
const fewTexts = 20_000

/** Texts of a text column that may need mending. Of columns with few different texts all are given: a grouping costs less than looking. */
export async function oddTexts(
  engine: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  signal?: AbortSignal,
): Promise<TextCount[]> {
  const column = engine.dialect.identifier(plan.column)
  if (plan.few) {
    const texts = await grouped(engine, staged, column, sql`${column} IS NOT NULL`, fewTexts, signal)
    if (texts.length < fewTexts) return texts
  }
  return grouped(engine, staged, column, suspicious(column), Number.MAX_SAFE_INTEGER, signal)
}

/** Different texts among the cells that were not understood, most frequent first, at most so many. */
export const oddCells = (
  engine: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  most: number,
  signal?: AbortSignal,
): Promise<TextCount[]> => {
  const column = engine.dialect.identifier(oddName(plan.column))
  return grouped(engine, staged, column, sql`${column} IS NOT NULL`, most, signal)
}

const grouped = (
  engine: LoadingEngine,
  staged: Staged,
  column: Sql,
  which: Sql,
  most: number,
  signal?: AbortSignal,
): Promise<TextCount[]> =>
  engine.all(
    sql`SELECT ${column}, COUNT(*) FROM ${engine.dialect.identifier(staged.table)} WHERE ${which} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${raw(String(most))}`,
    { text: 'text', count: 'integer' },
    signal,
  )

const isDay = (cell: string): boolean => dateParts(cell.slice(0, 10)) !== null

/** Cells that stand for those typed in bulk, with their counts: evidence for the decision beside the odd ones. */
export async function typedCells(
  engine: LoadingEngine,
  staged: Staged,
  { plan, typed }: ColumnCensus,
  sample: Iterable<string>,
  signal?: AbortSignal,
): Promise<TextCount[]> {
  if (typed === 0) return []
  const column = engine.dialect.identifier(plan.column)
  const from = engine.dialect.identifier(staged.table)
  const cells = [...sample]
  if (plan.shape === 'plain-number' || plan.shape === 'plain-integer') {
    // Only what decides between readings matters: decimals, whole numbers below a thousand, and above.
    const counts = await engine.all(
      sql`SELECT COUNT(CASE WHEN ${column} % 1 <> 0 THEN 1 END), COUNT(CASE WHEN ${column} % 1 = 0 AND abs(${column}) < 1000 THEN 1 END) FROM ${from}`,
      { fractions: 'integer', small: 'integer' },
      signal,
    )
    const { fractions, small } = counts[0] ?? { fractions: 0, small: 0 }
    const like = (pattern: RegExp, otherwise: string): string =>
      cells.find((cell) => pattern.test(cell)) ?? otherwise
    return [
      { text: like(/^-?\d+\.\d{1,2}$/, '0.5'), count: fractions },
      { text: like(/^-?\d{1,3}$/, '5'), count: small },
      { text: like(/^-?\d{4,}$/, '5000'), count: typed - fractions - small },
    ].filter(({ count }) => count > 0)
  }
  if (plan.shape === 'coded') {
    const value = sql`CAST(${column} AS VARCHAR)`
    const values = await grouped(engine, staged, value, sql`${column} IS NOT NULL`, fewTexts, signal)
    return values.map(({ text, count }) => ({ text: writtenAs(staged, plan.column, text), count }))
  }
  return [{ text: cells.find(isDay) ?? '2000-01-01', count: typed }]
}

/** A text of the sample that was translated to this value; where nothing was translated, the value is its own text. */
function writtenAs(staged: Staged, column: string, value: string): string {
  for (const [text, guessed] of staged.selection.guesses.get(column) ?? []) if (guessed === value) return text
  return value
}
