// The samples of `fixtures/exports` as recognition sees them, and the mapping expected of each, written by hand.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const root = join(import.meta.dirname, '../..')

export interface Expected {
  readonly table: string
  readonly delimiter?: string
  /** Rows before the header, rows of the header after its first, and rows after the data. */
  readonly titleRows?: number
  readonly extraHeaderRows?: number
  readonly footerRows?: number
  /** Header by canonical column; several where the first filled cell counts. */
  readonly columns: Readonly<Record<string, string | readonly string[]>>
}

export const expected = new Map(
  Object.entries(
    JSON.parse(readFileSync(join(root, 'tests/presets/expected.json'), 'utf8')) as Record<string, Expected>,
  ),
)

/** Blank and repeated headers get names, as reading a file gives them. */
function named(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, index) => {
    const name = cell.trim() === '' ? `column ${index + 1}` : cell.trim()
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

export function sampleOf(id: string) {
  const {
    delimiter = ',',
    titleRows = 0,
    extraHeaderRows = 0,
    footerRows = 0,
  } = expected.get(id) ?? { table: '', columns: {} }
  const text = readFileSync(join(root, `fixtures/exports/${id}.csv`), 'utf8').replace(/^\ufeff/, '')
  const records = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false })
  const rows = records.slice(titleRows + 1 + extraHeaderRows, footerRows === 0 ? undefined : -footerRows)
  return {
    name: `fixtures/exports/export-${[...expected.keys()].indexOf(id)}.csv`,
    header: { names: named(records[titleRows] ?? []) },
    sample: rows.map((cells, index) => ({ line: titleRows + 2 + extraHeaderRows + index, cells })),
  }
}
