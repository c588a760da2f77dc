// Counts the records of well-formed text in its bytes, four at a time: line feeds outside quotes, as the engine's parser counts them.
import type { CsvDialect } from '../source.ts'
import { LineIndex } from './line-index.ts'

const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20

/** Bytes kept before a piece, so that looking back from its beginning needs no special case. A multiple of four. */
export const lookBack = 64

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
  readonly #countBlanks: boolean
  /** Physical line that is being read, and the one the current record began on. */
  #line: number
  #recordLine: number
  #lineIsEmpty = true
  #lastClose = -1
  #pendingReturn = false
  #position = 0

  /** `blankIsRecord`: in a table of one column the engine takes a blank line for an empty cell. */
  constructor(dialect: CsvDialect, firstLine: number, blankIsRecord: boolean) {
    this.#quote = dialect.quote === null ? -1 : dialect.quote.charCodeAt(0)
    this.#backslash = dialect.escape === 'backslash'
    const delimiter = dialect.delimiter.length > 1 ? dialect.delimiter.trimEnd() : dialect.delimiter
    this.#beforeCell = delimiter.charCodeAt(delimiter.length - 1)
    this.#countBlanks = blankIsRecord
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
    const returns = bytes.subarray(lookBack, end).includes(carriageReturn)
    const quotes = this.#quote !== -1 && bytes.subarray(lookBack, end).includes(this.#quote)
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, end >> 2)
    const feedPattern = patternOf(lineFeed)
    const quotePattern = quotes ? patternOf(this.#quote) : feedPattern
    const returnPattern = returns ? patternOf(carriageReturn) : feedPattern
    let at = lookBack >> 2
    for (; at < words.length; at++) {
      const word = words[at] ?? 0
      const feed = word ^ feedPattern
      const quote = word ^ quotePattern
      const back = word ^ returnPattern
      // A byte that is zero after the exclusive or borrows from its high bit.
      const hit =
        ((feed - 0x01010101) & ~feed) | ((quote - 0x01010101) & ~quote) | ((back - 0x01010101) & ~back)
      if ((hit & 0x80808080) !== 0) this.#look(bytes, at << 2, (at << 2) + 4, end)
      else this.#lineIsEmpty = false
    }
    this.#look(bytes, at << 2, end, end)
    this.#position += end - lookBack
  }

  /** After the last piece. A last line without a line feed is a record, too. */
  end(): void {
    if (this.#pendingReturn) this.#line++
    if (!this.#lineIsEmpty || this.quoted) this.#endRecord()
  }

  #look(bytes: Buffer, from: number, to: number, end: number): void {
    for (let at = from; at < to; at++) {
      const byte = bytes[at]
      if (byte === lineFeed) this.#feed()
      else if (byte === carriageReturn) this.#return(bytes, at, end)
      else if (byte === this.#quote) this.#mark(bytes, at)
      else this.#lineIsEmpty = false
    }
  }

  #feed(): void {
    this.#line++
    if (this.quoted) return
    if (!this.#lineIsEmpty) this.#endRecord()
    else {
      this.blankLines++
      if (this.#countBlanks) this.#endRecord()
    }
    this.#recordLine = this.#line
    this.#lineIsEmpty = true
  }

  #endRecord(): void {
    this.lines.add(this.records, this.#recordLine)
    this.records++
  }

  #return(bytes: Buffer, at: number, end: number): void {
    if (at + 1 === end) this.#pendingReturn = true
    else if (bytes[at + 1] !== lineFeed) this.#line++
  }

  #mark(bytes: Buffer, at: number): void {
    this.#lineIsEmpty = false
    const position = this.#position + at
    if (this.quoted) {
      if (this.#backslash && this.#escaped(bytes, at)) return
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

  #escaped(bytes: Buffer, at: number): boolean {
    let backslashes = 0
    while (bytes[at - 1 - backslashes] === 0x5c) backslashes++
    return backslashes % 2 === 1
  }
}
