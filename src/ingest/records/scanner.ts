// Turns text that arrives in pieces into records with their physical lines. Never throws on what the text says, gives the same records
// for any cut into pieces, and keeps one stray quote from swallowing the file.
import type { CsvDialect } from '../source.ts'
import { lineAsItStands, lineOfWidth } from './line-reading.ts'
import { readQuotedRecord, recordCap } from './quoted-record.ts'
import { regularLine } from './regular-line.ts'

export type ScanDefect =
  /** A quote stands where it does not belong; the row could be read all the same. */
  | 'stray-quote'
  /** A quote within a cell that is not quoted, which is text for any parser. */
  | 'inner-quote'
  /** A quoted cell never ends: its opening quote was taken as text. */
  | 'unclosed-quote'
  /** The row ends in a lone carriage return, or begins with one. */
  | 'lone-cr'
  /** Longer than a record may be: not read. `cells` is empty. */
  | 'too-long'

export interface ScannedRecord {
  /** First physical line, 1-based. */
  readonly line: number
  readonly cells: string[]
  readonly defect: ScanDefect | null
  /** The record as it stands in the file, without its line end. */
  readonly raw: string
  /** Blank lines directly before it. */
  readonly blanksBefore: number
}

/** After this many quoted cells that never ended, they are given less room. */
const patience = 8
const shortReach = 64 * 1024
const keptOfTooLong = 200
const longPending = 128 * 1024

export class RecordScanner {
  /** Physical line of the next record. */
  line: number
  /** Position of the next record in the text pushed so far, counted in UTF-16 units from the start. */
  offset = 0
  /** Line of the first NUL, which is dropped from the text. */
  nulLine: number | null = null
  /** A Ctrl-Z at the very end, the end mark of old systems, which is no data. */
  ctrlZ = false
  readonly #dialect: CsvDialect
  readonly #width: number | null
  #text = ''
  #at = 0
  #arrived: string[] = []
  #arrivedLength = 0
  #wanted = 0
  #final = false
  #blanks = 0
  #failures = 0
  #skipped: { line: number; raw: string } | null = null
  #nextQuote = -1
  #nextReturn = -1

  /** `width`: cells a record should have, where known; it decides between readings of a row with misplaced quotes. */
  constructor(dialect: CsvDialect, width: number | null, line = 1) {
    this.#dialect = dialect
    this.#width = width
    this.line = line
  }

  /** The line of a record longer than any may be, whose end has not come yet. */
  get overlong(): number | null {
    return this.#skipped?.line ?? null
  }

  push(piece: string): void {
    let clean = piece
    if (piece.includes('\0')) {
      if (this.nulLine === null) {
        const before =
          this.#text.slice(this.#at) + this.#arrived.join('') + piece.slice(0, piece.indexOf('\0'))
        this.nulLine = this.line + countLines(before, 0, before.length)
      }
      clean = piece.replaceAll('\0', '')
    }
    this.#arrived.push(clean)
    this.#arrivedLength += clean.length
  }

  end(): void {
    this.#final = true
    this.#gather()
    const { length } = this.#text
    if (length > this.#at && this.#text.charCodeAt(length - 1) === 0x1a) {
      this.ctrlZ = true
      let keep = length
      while (keep > this.#at && this.#text.charCodeAt(keep - 1) === 0x1a) keep--
      this.#text = this.#text.slice(0, keep)
    }
  }

  /** The next record, or null: push more text, or, after `end`, there is none. */
  next(): ScannedRecord | null {
    if (!this.#gather()) return null
    for (;;) {
      const text = this.#text
      const from = this.#at
      if (from >= text.length) return this.#final ? this.#endOfSkipped() : null
      const feed = text.indexOf('\n', from)
      if (feed === -1 && !this.#final) {
        if (this.#skipped !== null || text.length - from > recordCap) this.#skip(from, text.length)
        else this.#waitForMore(text.length - from)
        return null
      }
      const stop = feed === -1 ? text.length : feed
      const after = feed === -1 ? stop : feed + 1
      if (this.#skipped !== null || stop - from > recordCap) {
        this.#skip(from, after)
        return this.#endOfSkipped()
      }
      let contentEnd = stop
      while (contentEnd > from && text.charCodeAt(contentEnd - 1) === 0x0d) contentEnd--
      let start = from
      while (start < contentEnd && text.charCodeAt(start) === 0x0d) start++
      if (start === contentEnd) {
        this.#consume(after)
        this.#blanks++
        continue
      }
      if (start > from) {
        this.#consume(start)
        continue
      }
      const plain = this.#quoteAfter(start) >= contentEnd && this.#returnAfter(start) >= contentEnd
      if (plain) {
        if (text.charCodeAt(start) === 0x1a && contentEnd === start + 1) {
          this.ctrlZ = true
          this.#consume(after)
          continue
        }
        const lines = after - contentEnd <= 2 ? 1 : countLines(text, contentEnd, after)
        return this.#emit(
          text.slice(start, contentEnd).split(this.#dialect.delimiter),
          contentEnd,
          after,
          null,
          lines,
        )
      }
      const regular =
        this.#returnAfter(start) >= contentEnd ? regularLine(text, start, contentEnd, this.#dialect) : null
      if (regular !== null) {
        const lines = after - contentEnd <= 2 ? 1 : countLines(text, contentEnd, after)
        return this.#emit(regular, contentEnd, after, null, lines)
      }
      const record = this.#careful(start, contentEnd, after)
      if (record !== 'more') return record
      this.#waitForMore(text.length - from)
      return null
    }
  }

  /** Joins what has arrived to the text; false while it is too little to be worth another look. */
  #gather(): boolean {
    if (this.#arrived.length === 0) return true
    const pending = this.#text.length - this.#at
    if (!this.#final && pending + this.#arrivedLength < this.#wanted) return false
    this.#text = this.#text.slice(this.#at) + this.#arrived.join('')
    this.#at = 0
    this.#arrived = []
    this.#arrivedLength = 0
    this.#wanted = 0
    this.#nextQuote = -1
    this.#nextReturn = -1
    return true
  }

  /** A record that is long already is looked at again when there is half as much more of it, not for every piece. */
  #waitForMore(pending: number): void {
    this.#wanted = pending > longPending ? 1.5 * pending : 0
  }

  #careful(start: number, contentEnd: number, after: number): ScannedRecord | 'more' {
    const text = this.#text
    const width = this.#width
    const dialect = this.#dialect
    let alone: string[] | null | undefined
    const firstLineAlone = (): string[] | null => {
      if (alone === undefined) {
        alone = width === null ? null : lineOfWidth(text.slice(start, contentEnd), dialect, width)
      }
      return alone
    }
    const reading = readQuotedRecord(text, start, dialect, {
      final: this.#final,
      width,
      cap: this.#failures < patience ? recordCap : shortReach,
      firstLineAlone: () => width === null || firstLineAlone() !== null,
    })
    if (reading.state === 'more') return 'more'
    if (reading.state === 'closed') {
      const { cells, end, regular, innerQuote, manyLines } = reading
      const fits = width === null || cells.length === width
      const lone = end < text.length && text.charCodeAt(end - 1) === 0x0d
      const contentStop = endOfContent(text, start, end)
      const defect = regular ? (lone ? 'lone-cr' : innerQuote ? 'inner-quote' : null) : 'stray-quote'
      if (fits ? regular || !manyLines : regular && !manyLines)
        return this.#emit(cells, contentStop, end, defect)
      const other = firstLineAlone()
      if (other !== null) return this.#emit(other, contentEnd, after, 'stray-quote')
      if (regular || fits || !manyLines) return this.#emit(cells, contentStop, end, defect)
    }
    if (reading.state === 'unclosed' && firstLineAlone() === null) this.#failures++
    const line = text.slice(start, contentEnd)
    const cells = firstLineAlone() ?? lineAsItStands(line, dialect)
    const odd = line.split(dialect.quote ?? '"').length % 2 === 0
    return this.#emit(cells, contentEnd, after, odd ? 'unclosed-quote' : 'stray-quote')
  }

  #emit(
    cells: string[],
    contentEnd: number,
    after: number,
    defect: ScanDefect | null,
    lines?: number,
  ): ScannedRecord {
    const record = {
      line: this.line,
      cells,
      defect,
      raw: this.#text.slice(this.#at, contentEnd),
      blanksBefore: this.#blanks,
    }
    this.#blanks = 0
    this.#consume(after, lines)
    return record
  }

  #consume(to: number, lines = countLines(this.#text, this.#at, to)): void {
    this.line += lines
    this.offset += to - this.#at
    this.#at = to
  }

  #skip(from: number, to: number): void {
    this.#skipped ??= { line: this.line, raw: this.#text.slice(from, from + keptOfTooLong) }
    this.#consume(to)
  }

  #endOfSkipped(): ScannedRecord | null {
    if (this.#skipped === null) return null
    const { line, raw } = this.#skipped
    this.#skipped = null
    const blanksBefore = this.#blanks
    this.#blanks = 0
    return { line, cells: [], defect: 'too-long', raw, blanksBefore }
  }

  #quoteAfter(start: number): number {
    const { quote } = this.#dialect
    if (quote === null) return Infinity
    if (this.#nextQuote < start) this.#nextQuote = indexOrEnd(this.#text, quote, start)
    return this.#nextQuote
  }

  #returnAfter(start: number): number {
    if (this.#nextReturn < start) this.#nextReturn = indexOrEnd(this.#text, '\r', start)
    return this.#nextReturn
  }
}

function indexOrEnd(text: string, char: string, from: number): number {
  const at = text.indexOf(char, from)
  return at === -1 ? Infinity : at
}

/** Where the content of a record that ends before `end` stops: its line end taken off. */
function endOfContent(text: string, start: number, end: number): number {
  let stop = end
  if (stop > start && text.charCodeAt(stop - 1) === 0x0a) stop--
  while (stop > start && text.charCodeAt(stop - 1) === 0x0d) stop--
  return stop
}

/** Line ends in `text[from, to)`: CRLF, LF and lone CR, as an editor counts them. */
export function countLines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const char = text.charCodeAt(at)
    if (char === 0x0a || (char === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) count++
  }
  return count
}
