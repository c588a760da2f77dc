// Which detectors have what they need, and what to tell the user about those that do not.
import type { Columns, Needs, Present } from '../detectors/detector.ts'
import { tables, type TableName } from '../schema/index.ts'

/** `full`: a verdict is possible. `partial`: only tables can be filled. `none`: nothing to run on. */
export interface Readiness {
  readonly level: 'full' | 'partial' | 'none'
  /** Why not `full`, in the user's words. */
  readonly reason: string | null
  /** What is missing from the alternative that is nearest to complete. */
  readonly missing: readonly { readonly table: TableName; readonly columns: readonly string[] }[]
}

const entries = (columns: Columns): [TableName, readonly string[]][] =>
  Object.entries(columns) as [TableName, readonly string[]][]

/** What of these columns is not there, by table. */
export const missingOf = (columns: Columns, present: Present): { table: TableName; columns: string[] }[] =>
  entries(columns)
    .map(([table, names]) => ({
      table,
      columns: present.has(table) ? names.filter((name) => !present.has(table, name)) : [...names],
    }))
    .filter(({ table, columns: names }) => names.length > 0 || !present.has(table))

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

function reasonFor(missing: Readiness['missing'], present: Present): string {
  const parts = missing.map(({ table, columns }) =>
    present.has(table)
      ? `the ${table} have no column for ${list(columns)}`
      : `no file was recognised as ${table} (${tables[table].description} per row)`,
  )
  return `needs ${list(missing.map(({ table }) => table))}: ${parts.join('; ')}`
}

/** A whole file is harder to come by than a column. */
export const distance = (gap: Readiness['missing'], present: Present): number =>
  gap.reduce((sum, { table, columns }) => sum + (present.has(table) ? columns.length : 100), 0)

export function readiness(needs: Needs, present: Present): Readiness {
  const gaps = needs.required.map((columns) => missingOf(columns, present))
  if (gaps.some((gap) => gap.length === 0)) return { level: 'full', reason: null, missing: [] }
  // Of equals the first one declared is the usual way.
  const nearest = gaps.reduce((best, gap) => (distance(gap, present) < distance(best, present) ? gap : best))
  const partial = (needs.partial ?? []).some((columns) => missingOf(columns, present).length === 0)
  return { level: partial ? 'partial' : 'none', reason: reasonFor(nearest, present), missing: nearest }
}
