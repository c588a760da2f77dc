// Ids that a spreadsheet has rounded: `5.80503E+18`. Many different ids become the same text, so it tells no row from another.
import type { LoadingEngine } from '../../engine/engine.ts'
import { raw, sql, type Sql } from '../../sql/index.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { LoadedSource } from './loaded.ts'

const pattern = raw(String.raw`'^[0-9]([.,][0-9]+)?E[+][0-9]+$'`)

/** Of an expression that gives an id. The plain search rules out nearly all before the pattern is tried. */
export const isDestroyed = (id: Sql): Sql =>
  sql`(contains(${id}, 'E+') AND regexp_matches(${id}, ${pattern}))`

export async function destroyedIds(
  engine: LoadingEngine,
  sources: readonly LoadedSource[],
  signal?: AbortSignal,
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const { source, mapping, physical, stored } of sources)
    for (const column of stored.filter((name) => name.endsWith('_id'))) {
      const id = engine.dialect.identifier(column)
      const [row] = await engine.all(
        sql`SELECT COUNT(*), MIN(${id}) FROM ${engine.dialect.identifier(physical)} WHERE ${isDestroyed(id)}`,
        { rows: 'integer', example: 'text?' },
        signal,
      )
      if (row === undefined || row.rows === 0) continue
      const header = mapping.columns.find((one) => one.column === column)?.header ?? column
      found.push({
        code: 'ids-destroyed',
        message: `${source.name}: ${row.rows} ids in "${header}" are like ${row.example ?? ''}: a spreadsheet has rounded them, and rows cannot be told apart or joined by them`,
        hint: 'export again, and do not save the file from a spreadsheet before it is read here',
      })
    }
  return found
}
