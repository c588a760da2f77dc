// Different texts of columns of a staged table with their counts: what decides formats and what may need mending.
import type { LoadingEngine } from '../../engine/engine.ts'
import { join, raw, sql, type Sql } from '../../sql/index.ts'
import type { ColumnPlan } from './plan.ts'
import { hasOddCells, oddCell, oddCells, oddTogether, together } from './select.ts'
import type { Staged } from './staged.ts'

export interface TextCount {
  readonly text: string
  readonly count: number
}

/** Different texts of one column that are looked at together to decide its format. */
export const enoughTexts = 200_000

export interface Grouping {
  readonly text: Sql
  readonly which: Sql
  readonly most: number
}

/** The odd cells of one column. */
export function oddGrouping(
  { dialect }: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  most: number,
): Grouping {
  const text = oddCell(staged.selection, plan, dialect)
  return { text, which: sql`${hasOddCells(plan, dialect)} AND ${text} IS NOT NULL`, most }
}

/**
 * Different texts of several columns in one statement, by the place of the column in `asked`, most frequent first; `waiting`: also those of
 * the cells that wait together beside their columns, by column.
 */
export async function groupTexts(
  engine: LoadingEngine,
  staged: Staged,
  asked: readonly (Grouping | null)[],
  waiting: boolean,
  signal?: AbortSignal,
): Promise<{ readonly groups: readonly TextCount[][]; readonly odd: ReadonlyMap<string, TextCount[]> }> {
  const from = engine.dialect.identifier(staged.table)
  const parts = asked.flatMap((one, at) =>
    one === null
      ? []
      : [
          sql`SELECT ${raw(String(at))} AS place, CAST(value AS VARCHAR) AS text, n FROM (SELECT ${one.text} AS value, COUNT(*) AS n FROM ${from} WHERE ${one.which} GROUP BY 1 ORDER BY n DESC, CAST(value AS VARCHAR) LIMIT ${raw(String(one.most))})`,
        ],
  )
  if (waiting) parts.push(oddTexts(engine, from, asked.length))
  const plans = waiting ? together(staged.selection) : []
  const found: TextCount[][] = [...asked, ...plans].map(() => [])
  if (parts.length > 0) {
    const rows = await engine.all(
      sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) ORDER BY place, n DESC, text`,
      { place: 'integer', text: 'text', count: 'integer' },
      signal,
    )
    for (const { place, text, count } of rows) found[place]?.push({ text, count })
  }
  const odd = plans.map(({ column }, at) => [column, found[asked.length + at] ?? []] as const)
  return { groups: found.slice(0, asked.length), odd: new Map(odd) }
}

/** Every row is taken apart once for all columns. */
function oddTexts({ dialect }: LoadingEngine, from: Sql, firstPlace: number): Sql {
  const rows = sql`SELECT ${oddCells(dialect)} AS cells FROM ${from} WHERE ${dialect.identifier(oddTogether)} IS NOT NULL`
  const cells = sql`SELECT generate_subscripts(cells, 1) + ${raw(String(firstPlace - 1))} AS place, unnest(cells) AS text FROM (${rows})`
  const ranked = sql`SELECT place, text, COUNT(*) AS n, row_number() OVER (PARTITION BY place ORDER BY COUNT(*) DESC, text) AS rank FROM (${cells}) WHERE text <> '' GROUP BY place, text`
  return sql`SELECT place, text, n FROM (${ranked}) WHERE rank <= ${raw(String(enoughTexts))}`
}
