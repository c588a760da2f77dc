// Headers that are known for a column and were not taken for it, because their cells are something else: silence would read as "not there".
import type { TableName } from '../../schema/index.ts'
import type { NotTaken } from '../mapping.ts'
import { pairsOf, typeOf, type Headers } from './assignment.ts'
import { fits, misfit, type SeenSource } from './content.ts'

/**
 * One for each header and each column. `used`: positions that serve something else or are known to mean something else; `filled`: columns
 * that have a header or shall have none.
 */
export function notTaken(
  table: TableName,
  source: SeenSource,
  headers: Headers,
  used: ReadonlySet<number>,
  filled: ReadonlySet<string>,
): NotTaken[] {
  const found: NotTaken[] = []
  const indexes = new Set(used)
  const columns = new Set(filled)
  const pairs = pairsOf(table, headers, (index) => !used.has(index))
  for (const { index, meaning } of pairs.toSorted((a, b) => b.strength - a.strength || a.index - b.index)) {
    const { column } = meaning
    const type = typeOf(table, column)
    if (indexes.has(index) || columns.has(column) || fits(type, headers.profile(index))) continue
    const why = misfit(type, source, index)
    if (why === null) continue
    indexes.add(index)
    columns.add(column)
    found.push({ column, header: headers.names[index] ?? '', ...why })
  }
  return found
}
