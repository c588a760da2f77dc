// Rejected rows as CSV: where, why, and the row as it was.
import { csvLine } from './text.ts'

export interface RejectedRow {
  readonly line: number
  readonly code: string
  readonly column: string | null
  readonly value: string | null
  readonly reason: string
  /** The row as text. */
  readonly raw: string
}

/** `name`: the file as the user wrote it. */
export function rejectsCsv(
  files: readonly { readonly name: string; readonly rejects: readonly RejectedRow[] }[],
): string {
  const lines = files.flatMap(({ name, rejects }) =>
    rejects.map(({ line, code, column, value, reason, raw }) =>
      csvLine([name, line, code, column, value, reason, raw]),
    ),
  )
  return csvLine(['file', 'line', 'code', 'column', 'value', 'reason', 'row']) + lines.join('')
}
