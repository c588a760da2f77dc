// A source in the engine: one row per record, typed as far as the bulk parse could.
import type { Diagnostic, RejectedRow, SetAsideRows } from '../diagnostic.ts'
import type { Selection } from './select.ts'

export interface Staged {
  /** Name of the table in the engine. */
  readonly table: string
  readonly selection: Selection
  readonly road: 'bulk' | 'records'
  /** Rows of the table, before any is taken out. */
  readonly rows: number
  /** Records that never became rows, because of their shape. */
  readonly rejects: readonly RejectedRow[]
  readonly setAside: readonly SetAsideRows[]
  readonly diagnostics: readonly Diagnostic[]
  readonly sha256: string
  /** The physical line of each of these rows (numbers as DuckDB's rowid, in the order asked). */
  linesOf(rows: readonly number[]): Promise<readonly number[]>
  /** The records as text, of the same rows. */
  rawOf(rows: readonly number[]): Promise<readonly string[]>
}

/** Lines remembered of rows that were set aside. */
const shownLines = 20

/** Counts rows by class, keeping the first lines of each. */
export class AsideTally {
  readonly #classes = new Map<string, { rows: number; lines: number[] }>()

  add(name: string, line: number): void {
    const entry = this.#classes.get(name) ?? { rows: 0, lines: [] }
    this.#classes.set(name, entry)
    entry.rows += 1
    if (entry.lines.length < shownLines) entry.lines.push(line)
  }

  /** Rows beyond those whose lines were looked up. */
  addRows(name: string, rows: number, firstLines: readonly number[]): void {
    for (const line of firstLines) this.add(name, line)
    const entry = this.#classes.get(name)
    if (entry !== undefined) entry.rows += rows - firstLines.length
  }

  total(): number {
    let total = 0
    for (const { rows } of this.#classes.values()) total += rows
    return total
  }

  result(): SetAsideRows[] {
    return [...this.#classes].map(([name, { rows, lines }]) => ({ class: name, rows, lines }))
  }
}

export const mostLines = shownLines
