// Counts the records of well-formed text in its bytes: line feeds outside quotes, as the engine's parser counts them. Where marks are rare
// the runtime's own search leaps from one to the next; where they are many, the bytes are looked at four at a time.
import type { CsvDialect } from '../source.ts'
import { LineIndex } from './line-index.ts'

const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const backslash = 0x5c

/** Bytes kept before a piece, so that looking back from its beginning needs no special case. A multiple of four. */
export const lookBack = 64

/** From this many bytes per mark on, leaping is the faster way (measured: a leap costs as much as 30 to 60 bytes looked at). */
const rare = 64

const patternOf = (byte: number): number => Math.imul(byte, 0x01010101)

export class ByteScan {
  records = 0
  blankLines = 0
  /** A quoted cell is open at the end. */
  quoted = false
  readonly lines: LineIndex
  readonly #quote: number
  readonly #backslash: boolean
  readonly #beforeCell: number
  readonly #blankIsRecord: boolean
  /** Physical line that is being read, and the one the current record began on. */
  #line: number
  #recordLine: number
  /** Where the current line begins, and how many carriage returns it holds: a line of nothing else is blank. */
  #lineStart: number = lookBack
  #returns = 0
  #lastClose = -1
  #pendingReturn = false
  // Until a piece is known: leaps are the runtime's own, and quick also in a short run.
  #marksAreRare = true
  /** Position of byte 0 of the piece. */
  #base = 0
  #end: number = lookBack

  /** `blankIsRecord`: in a table of one column the engine takes a blank line for an empty cell. */
  constructor(dialect: CsvDialect, firstLine: number, blankIsRecord: boolean) {
    this.#quote = dialect.quote === null ? -1 : dialect.quote.charCodeAt(0)
    this.#backslash = dialect.escape === 'backslash'
    const delimiter = dialect.delimiter.length > 1 ? dialect.delimiter.trimEnd() : dialect.delimiter
    this.#beforeCell = delimiter.charCodeAt(delimiter.length - 1)
    this.#blankIsRecord = blankIsRecord
    this.#line = firstLine
    this.#recordLine = firstLine
    this.lines = new LineIndex(firstLine)
  }

  /** Scans `bytes[lookBack, end)`; what came before stands in `bytes[0, lookBack)`. `bytes` starts at a multiple of four in its memory. */
  push(bytes: Buffer, end: number): void {
    if (this.#pendingReturn && end > lookBack) {
      if (bytes[lookBack] !== lineFeed) this.#line++
      this.#pendingReturn = false
    }
    const piece = bytes.subarray(lookBack, end)
    const hasReturns = piece.includes(carriageReturn)
    const marks =
      this.#marksAreRare && !hasReturns ? this.#leap(bytes, end) : this.#walk(bytes, end, hasReturns)
    this.#marksAreRare = piece.length > rare * marks
    this.#base += end - lookBack
    this.#end = this.#base + lookBack
  }

  /** Both ways give the number of marks they met. */
  #leap(bytes: Buffer, end: number): number {
    const piece = bytes.subarray(0, end)
    const next = (byte: number, from: number): number => {
      const at = byte === -1 ? -1 : piece.indexOf(byte, from)
      return at === -1 ? end : at
    }
    let marks = 0
    let feed = next(lineFeed, lookBack)
    let mark = next(this.#quote, lookBack)
    for (; feed < end || mark < end; marks++) {
      if (feed < mark) {
        this.#feed(this.#base + feed)
        feed = next(lineFeed, feed + 1)
      } else {
        this.#mark(bytes, mark)
        mark = next(this.#quote, mark + 1)
      }
    }
    return marks
  }

  #walk(bytes: Buffer, end: number, hasReturns: boolean): number {
    const feedPattern = patternOf(lineFeed)
    // What a piece does not hold is looked for under a pattern that is looked for already.
    const hasQuotes = this.#quote !== -1 && bytes.subarray(lookBack, end).includes(this.#quote)
    const quotePattern = hasQuotes ? patternOf(this.#quote) : feedPattern
    const returnPattern = hasReturns ? patternOf(carriageReturn) : feedPattern
    let marks = 0
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, end >> 2)
    let at = lookBack >> 2
    for (; at < words.length; at++) {
      const word = words[at] ?? 0
      const feed = word ^ feedPattern
      const mark = word ^ quotePattern
      const back = word ^ returnPattern
      // A byte that is zero after the exclusive or borrows from its high bit; so may the bytes above it, which are looked at in vain.
      let hits =
        (((feed - 0x01010101) & ~feed) | ((mark - 0x01010101) & ~mark) | ((back - 0x01010101) & ~back)) &
        0x80808080
      while (hits !== 0) {
        this.#look(bytes, (at << 2) + ((31 - Math.clz32(hits & -hits)) >> 3), end)
        hits &= hits - 1
        marks++
      }
    }
    for (let rest = at << 2; rest < end; rest++) this.#look(bytes, rest, end)
    return marks
  }

  /** After the last piece. A last line without a line feed is a record, too. */
  end(): void {
    if (this.#pendingReturn) this.#line++
    if (this.quoted || this.#end - this.#lineStart > this.#returns) this.#endRecord()
  }

  #look(bytes: Buffer, at: number, end: number): void {
    const byte = bytes[at]
    if (byte === lineFeed) this.#feed(this.#base + at)
    else if (byte === this.#quote) this.#mark(bytes, at)
    else if (byte === carriageReturn) {
      this.#returns++
      if (at + 1 === end) this.#pendingReturn = true
      else if (bytes[at + 1] !== lineFeed) this.#line++
    }
  }

  #feed(position: number): void {
    this.#line++
    if (!this.quoted) {
      const blank = position - this.#lineStart === this.#returns
      if (blank) this.blankLines++
      if (!blank || this.#blankIsRecord) this.#endRecord()
      this.#recordLine = this.#line
      this.#lineStart = position + 1
      this.#returns = 0
    }
  }

  #endRecord(): void {
    this.lines.add(this.records, this.#recordLine)
    this.records++
  }

  #mark(bytes: Buffer, at: number): void {
    const position = this.#base + at
    if (this.quoted) {
      if (this.#backslash && escaped(bytes, at)) return
      this.quoted = false
      this.#lastClose = position
    } else if (!this.#backslash && this.#lastClose === position - 1) {
      this.quoted = true
    } else {
      let before = at - 1
      while (before > 0 && bytes[before] === space && this.#beforeCell !== space) before--
      const byte = bytes[before]
      if (byte === this.#beforeCell || byte === lineFeed || byte === carriageReturn) this.quoted = true
    }
  }
}

function escaped(bytes: Buffer, at: number): boolean {
  let backslashes = 0
  while (bytes[at - 1 - backslashes] === backslash) backslashes++
  return backslashes % 2 === 1
}
