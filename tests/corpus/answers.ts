// Answers to third-party files: the cells a reader should find, as CSV or JSON.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

type Cells = readonly (readonly string[])[]

function text(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Rows as arrays, or as objects whose keys are the header. */
function asCells(rows: readonly unknown[]): Cells {
  const cells: string[][] = []
  let names: string[] | null = null
  for (const row of rows) {
    if (Array.isArray(row)) cells.push(row.map(text))
    else if (typeof row === 'object' && row !== null) {
      names ??= Object.keys(row)
      cells.push(Object.values(row).map(text))
    }
  }
  return names === null ? cells : [names, ...cells]
}

/** Null when the file holds no answer for it. */
export function expectedCells(answer: string, name: string): Cells | null {
  const given = readFileSync(answer, 'utf8')
  if (!answer.endsWith('.json')) return parse(given, { relax_column_count: true, bom: true })
  const parsed = JSON.parse(given) as unknown
  if (Array.isArray(parsed)) return asCells(parsed)
  const own = (parsed as Record<string, unknown>)[name]
  const isRow = Object.values(parsed as object).every((value) => typeof value === 'string')
  if (own === undefined && isRow) return asCells([parsed])
  if (Array.isArray(own)) return asCells(own)
  const data = (own as { data?: unknown } | undefined)?.data
  return Array.isArray(data) ? asCells(data) : null
}

export function isBlank(cells: Cells): boolean {
  return withoutBlanks(cells).length === 0
}

/**
 * Blank lines are no rows, empty cells at the end of a row no cells, and names made up for a table without a header no row; an answer
 * without rows may leave the header out. Null when nothing else differs.
 */
export function differentCells(found: Cells, expected: Cells): string | null {
  const ours = withoutBlanks(found)
  const theirs = withoutBlanks(expected).filter(
    (row, at) => at > 0 || !row.every((cell, column) => cell === `col_${column}`),
  )
  if (theirs.length === 0 && ours.length === 1) return null
  for (let row = 0; row < Math.max(ours.length, theirs.length); row++) {
    const one = JSON.stringify(ours[row] ?? null)
    const other = JSON.stringify(theirs[row] ?? null)
    if (one === other) continue
    const rows = ours.length === theirs.length ? '' : `; ${ours.length} rows, not ${theirs.length}`
    return `row ${row + 1}: ${one.slice(0, 160)}, not ${other.slice(0, 160)}${rows}`
  }
  return null
}

function withoutBlanks(rows: Cells): Cells {
  const kept: (readonly string[])[] = []
  for (const row of rows) {
    let end = row.length
    while (end > 0 && row[end - 1] === '') end--
    if (row.some((cell) => cell.trim() !== ''))
      kept.push(row.slice(0, end).map((cell) => cell.replaceAll('\r\n', '\n')))
  }
  return kept
}
