// A list of ours as something a statement can join: bound values while it is short, a table of its own when it is long.
import type { AppendRow, AppendType, LoadingEngine } from '../../engine/engine.ts'
import { integer, join, sql, text, type Sql } from '../../sql/index.ts'

export interface List {
  /** Table expression with the columns asked for, named `m`. */
  readonly from: Sql
  drop(): Promise<void>
}

/** Rows bound as values at most: a table costs three statements, a long statement is slow to bind. */
const fewRows = 40

export async function listOf(
  engine: LoadingEngine,
  name: string,
  columns: readonly { readonly name: string; readonly type: AppendType }[],
  rows: readonly AppendRow[],
  signal?: AbortSignal,
): Promise<List> {
  const { dialect } = engine
  if (rows.length > 0 && rows.length <= fewRows) {
    const names = join(
      columns.map((column) => dialect.identifier(column.name)),
      ', ',
    )
    return { from: sql`(VALUES ${valuesOf(columns, rows)}) m(${names})`, drop: async () => undefined }
  }
  await engine.append(name, columns, [rows], signal)
  const table = dialect.identifier(name)
  return {
    from: sql`${table} m`,
    drop: async () => {
      await engine.run(sql`DROP TABLE ${table}`)
    },
  }
}

const valuesOf = (columns: readonly { readonly type: AppendType }[], rows: readonly AppendRow[]): Sql =>
  join(
    rows.map((row) => {
      const cells = columns.map(({ type }, at) => {
        const cell = row[at] ?? null
        if (type === 'integer') return sql`${integer(cell === null ? null : Number(cell))}`
        return sql`${text(cell === null ? null : String(cell))}`
      })
      return sql`(${join(cells, ', ')})`
    }),
    ', ',
  )
