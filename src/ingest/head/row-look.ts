// How a row compares with the rows below it: the evidence for and against its being a header.
import { cellKind } from '../records/cell-kind.ts'
import type { CellKind } from '../source.ts'

export interface RowLook {
  /** Filled cells that are numbers or dates where the column below is, too. */
  readonly alike: number
  /** Filled cells that are words where the column below holds numbers or dates. */
  readonly unlike: number
}

const countedRows = 120
const countedColumns = 2000
/** Share of the filled cells of a column that must be of one kind. */
const prevails = 0.75

interface Counts {
  number: number
  date: number
  text: number
}

/** The kinds of the cells in the columns of the body, for any row taken as its beginning. */
export class BodyKinds {
  readonly rows: number
  readonly #perRow: readonly (readonly CellKind[])[]
  readonly #totals: Counts[] = []

  constructor(rows: readonly { readonly cells: readonly string[] }[], width: number, _searched: number) {
    this.#perRow = rows
      .slice(0, countedRows)
      .map((row) => row.cells.slice(0, Math.min(width, countedColumns)).map(cellKind))
    this.rows = rows.length
    for (const kinds of this.#perRow) this.#add(kinds, 1)
  }

  rowsFrom(index: number): number {
    return Math.max(0, this.rows - index)
  }

  /** Compares `cells` with the rows from `body` on. */
  look(cells: readonly string[], body: number): RowLook {
    const above = this.#perRow.slice(0, body)
    for (const kinds of above) this.#add(kinds, -1)
    let alike = 0
    let unlike = 0
    for (const [column, counts] of this.#totals.entries()) {
      const filled = counts.number + counts.date + counts.text
      const kind =
        counts.number >= prevails * filled ? 'number' : counts.date >= prevails * filled ? 'date' : 'text'
      if (filled === 0 || kind === 'text') continue
      const own = cellKind(cells[column] ?? '')
      if (own === kind) alike++
      else if (own === 'text') unlike++
    }
    for (const kinds of above) this.#add(kinds, 1)
    return { alike, unlike }
  }

  #add(kinds: readonly CellKind[], by: number): void {
    for (const [column, kind] of kinds.entries()) {
      const counts = (this.#totals[column] ??= { number: 0, date: 0, text: 0 })
      if (kind !== 'blank') counts[kind] += by
    }
  }
}

export function filledCount(cells: readonly string[]): number {
  let filled = 0
  for (const cell of cells) if (cell.trim() !== '') filled++
  return filled
}

const month =
  /^(?:(?:19|20)\d\d[-/ ]?(?:0?[1-9]|1[0-2]|Q[1-4]|W\d\d?)?|(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d|\p{L}{3,9}\.?[-/ ']{0,2}(?:\d\d|(?:19|20)\d\d)|Q[1-4][-/ ']{0,2}(?:\d\d|(?:19|20)\d\d)?|FY ?\d{2,4})$/iu

/** `owner, 2026-01, 2026-02 …`: years, quarters or months that differ from one another, the head of a wide table. */
export function isPeriodHeader(cells: readonly string[]): boolean {
  const periods = new Set<string>()
  let others = 0
  for (const cell of cells) {
    const text = cell.trim()
    if (text === '') continue
    if (text.length <= 20 && month.test(text) && !periods.has(text)) periods.add(text)
    else if (cellKind(text) !== 'text') return false
    else others++
  }
  return periods.size >= 2 && periods.size >= others / 2
}
