// Turns SQL as a value into the text and bound values that an engine takes.
import type { Dialect } from './dialect.ts'
import type { Bound, Sql } from './sql.ts'

export interface Rendered {
  readonly text: string
  readonly values: readonly Bound[]
}

/** The text of a query in a dialect, placeholders numbered from 1, and its bound values in that order. */
export function render(query: Sql, dialect: Dialect): Rendered {
  let text = query.chunks[0] ?? ''
  for (const [index, value] of query.values.entries())
    text += dialect.placeholder(index + 1, value.type) + (query.chunks[index + 1] ?? '')
  return { text, values: query.values }
}
