// Ids that a spreadsheet has rounded: `5.80503E+18`. Many different ids become the same text, so it tells no row from another.
import type { LoadingEngine } from '../../engine/engine.ts'
import { join, raw, sql, type Sql } from '../../sql/index.ts'
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
  const ids = sources.flatMap((source) =>
    source.stored.filter((name) => name.endsWith('_id')).map((column) => ({ ...source, column })),
  )
  if (ids.length === 0) return []
  const queries = ids.map(({ physical, column }, at) => {
    const id = engine.dialect.identifier(column)
    return sql`SELECT ${raw(String(at))} AS place, COUNT(*) AS n, MIN(${id}) AS example FROM ${engine.dialect.identifier(physical)} WHERE ${isDestroyed(id)}`
  })
  const found = await engine.all(
    sql`SELECT * FROM (${join(queries, ' UNION ALL ')}) WHERE n > 0 ORDER BY place`,
    { place: 'integer', rows: 'integer', example: 'text?' },
    signal,
  )
  return found.flatMap(({ place, rows, example }) => {
    const id = ids[place]
    if (id === undefined) return []
    const { source, mapping, column } = id
    const header = mapping.columns.find((one) => one.column === column)?.header ?? column
    return [
      {
        code: 'ids-destroyed',
        message: `${source.name}: ${rows} ids in "${header}" are like ${example ?? ''}: a spreadsheet has rounded them, and rows cannot be told apart or joined by them`,
        hint: 'export again, and do not save the file from a spreadsheet before it is read here',
      },
    ]
  })
}
