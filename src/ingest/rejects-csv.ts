// The rejected rows of all files as CSV: where, why, and the row as it stands in its file.
import type { RejectedRow } from './diagnostic.ts'

export interface SourceRejects {
  /** The file as the user wrote it. */
  readonly name: string
  readonly rejects: readonly RejectedRow[]
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers. */
function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const guarded = /^[=+\-@\t\r]/.test(value) && !/^[+-]?\d+(?:[.,]\d+)*$/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

const header = 'file,line,code,column,value,reason,row\n'

export function rejectsCsv(sources: readonly SourceRejects[]): string {
  const lines = [header]
  for (const { name, rejects } of sources)
    for (const { line, code, column, value, reason, raw } of rejects)
      lines.push(`${[name, line, code, column, value, reason, raw].map(cell).join(',')}\n`)
  return lines.join('')
}
