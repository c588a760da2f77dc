// Counts what was mended, left out or refused in the rows of a file, and says it once per kind instead of once per row.
import type { Diagnostic } from '../diagnostic.ts'
import type { ReadRecord } from './read-record.ts'

const shownLines = 5

const sentences = new Map<string, (rows: string) => string>([
  ['padded', (rows) => `${rows} with fewer cells than the header: empty cells were added at the end`],
  ['trimmed', (rows) => `${rows} with more cells than the header, all of them empty: cut off`],
  [
    'surplus',
    (rows) => `${rows} with more cells than the header: the surplus was joined into the cell it belongs to`,
  ],
  ['stray-quote', (rows) => `${rows} with a quote where none belongs: it was read as text`],
  ['inner-quote', (rows) => `${rows} with a quote inside a cell that is not quoted: it was read as text`],
  [
    'unclosed-quote',
    (rows) =>
      `${rows} with a quote that is never closed: it was read as text, and the row ends with its line`,
  ],
  ['lone-cr', (rows) => `${rows} with a lone carriage return as line end`],
  ['other-delimiter', (rows) => `${rows} written with another delimiter than the rest`],
  ['short-row', (rows) => `${rows} with too few cells to place them`],
  ['long-row', (rows) => `${rows} with too many cells to place them`],
  ['record-too-long', (rows) => `${rows} longer than 16 MiB`],
  ['footer', (rows) => `${rows} below the table (footer)`],
  ['repeated-header', (rows) => `${rows} repeating the header`],
  ['subtotal', (rows) => `${rows} with totals`],
  ['group-heading', (rows) => `${rows} heading a group of rows`],
  ['continuation', (rows) => `${rows} continuing the row above`],
  ['blank-cells', (rows) => `${rows} of empty cells`],
  ['second-table', (rows) => `${rows} of another table in the same file`],
])

export class Tally {
  readonly #seen = new Map<string, { rows: number; lines: number[] }>()

  add(record: ReadRecord): void {
    const { line } = record
    if (record.kind === 'set-aside') this.#count(record.class, line)
    else if (record.kind === 'reject') this.#count(record.code, line)
    for (const defect of record.defects) {
      if (record.kind !== 'reject' || defect !== record.code) this.#count(defect, line)
    }
  }

  #count(code: string, line: number): void {
    const entry = this.#seen.get(code)
    if (entry === undefined) this.#seen.set(code, { rows: 1, lines: [line] })
    else {
      entry.rows++
      if (entry.lines.length < shownLines) entry.lines.push(line)
    }
  }

  codes(): string[] {
    return [...this.#seen.keys()].sort()
  }

  diagnostics(): Diagnostic[] {
    return this.codes().map((code) => {
      const { rows, lines } = this.#seen.get(code) ?? { rows: 0, lines: [] }
      const say = sentences.get(code) ?? ((count) => `${count}: ${code}`)
      const where = `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${rows > lines.length ? ' …' : ''}`
      const [line] = lines
      const message = `${say(rows === 1 ? '1 row' : `${rows} rows`)} (${where})`
      return line === undefined ? { code, message } : { code, message, line }
    })
  }
}
