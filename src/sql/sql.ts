// SQL as a value: text with bound values that know their type. Nothing a person or a file wrote ever becomes SQL text.

export type BoundType = 'text' | 'date' | 'integer' | 'decimal' | 'number' | 'boolean'

/** A value and its SQL type; engines that need the type at the binding (PostgreSQL, ClickHouse) find it here. */
export interface Bound {
  readonly type: BoundType
  readonly value: string | number | boolean | null
}

/** A piece of SQL: `chunks` has one more element than `values`; a placeholder stands between two chunks. */
export interface Sql {
  readonly kind: 'sql'
  readonly chunks: readonly string[]
  readonly values: readonly Bound[]
}

const isSql = (part: Sql | Bound): part is Sql => 'kind' in part

/** Tagged template: other `sql` pieces are spliced in, `Bound` values become placeholders. Strings are not accepted. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | Bound)[]): Sql {
  const chunks: string[] = [strings[0] ?? '']
  const values: Bound[] = []
  for (const [index, part] of parts.entries()) {
    const after = strings[index + 1] ?? ''
    if (isSql(part)) {
      splice(chunks, values, part)
      chunks[chunks.length - 1] += after
    } else {
      values.push(part)
      chunks.push(after)
    }
  }
  return { kind: 'sql', chunks, values }
}

function splice(chunks: string[], values: Bound[], part: Sql): void {
  chunks[chunks.length - 1] += part.chunks[0] ?? ''
  for (const [index, value] of part.values.entries()) {
    values.push(value)
    chunks.push(part.chunks[index + 1] ?? '')
  }
}

/** SQL text written by us: keywords, expressions from a `Dialect`. Never pass anything read from a file or a flag. */
export const raw = (text: string): Sql => ({ kind: 'sql', chunks: [text], values: [] })

/** Joins pieces with a separator of ours; `empty` stands for a list without elements. */
export function join(parts: readonly Sql[], separator: string, empty: Sql = raw('')): Sql {
  const [first, ...rest] = parts
  if (first === undefined) return empty
  const chunks: string[] = ['']
  const values: Bound[] = []
  splice(chunks, values, first)
  for (const part of rest) {
    chunks[chunks.length - 1] += separator
    splice(chunks, values, part)
  }
  return { kind: 'sql', chunks, values }
}

export const text = (value: string | null): Bound => ({ type: 'text', value })
/** A calendar date, `yyyy-mm-dd`. */
export const date = (value: string | null): Bound => ({ type: 'date', value })
export const integer = (value: number | null): Bound => ({ type: 'integer', value })
/** A decimal number, written as text so that no digit is lost: `'1234.50'`. */
export const decimal = (value: string | null): Bound => ({ type: 'decimal', value })
export const number = (value: number | null): Bound => ({ type: 'number', value })
export const boolean = (value: boolean | null): Bound => ({ type: 'boolean', value })
