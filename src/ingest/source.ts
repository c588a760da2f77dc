// A source: a file the user gave, as seen, before anyone decides what it means.
import type { Diagnostic } from './diagnostic.ts'

export interface CsvDialect {
  readonly delimiter: string
  readonly quote: '"' | "'" | null
  /** How a quote is written inside a quoted cell: doubled (default), or after a backslash. */
  readonly escape: 'double' | 'backslash'
  /** Line ends seen: `lf`, `crlf`, lone `cr`, or a mixture. */
  readonly newline: 'lf' | 'crlf' | 'cr' | 'mixed'
}

/** One record of the file: its first physical line (1-based, as an editor shows it) and its cells as text, unquoted, untrimmed. */
export interface SourceRecord {
  readonly line: number
  readonly cells: readonly string[]
}

export interface Source {
  /** Position on the command line; names the source in the engine. */
  readonly id: number
  /** As the user wrote it, or `stdin`: for messages. */
  readonly name: string
  /** A regular file of plain text: the user's own, or a temporary one (stdin, unpacked, transcoded to UTF-8, repaired). */
  readonly file: string
  /** True when `file` is not the user's bytes: lines in messages must come from `lineOf`. */
  readonly rewritten: boolean
  /** Size of the user's file as given. */
  readonly bytes: number
  readonly compression: 'none' | 'gzip'
  /** As decoded: `utf-8`, `utf-16le`, `windows-1252` … */
  readonly encoding: string
  readonly bom: boolean
  readonly dialect: CsvDialect
  readonly header: {
    /** Physical line of the (first) header row; null: the file has none and names are `column 1` … */
    readonly line: number | null
    /** Physical line where the first data record starts. */
    readonly dataLine: number
    /** Byte offset in `file` where the first data record starts. */
    readonly dataOffset: number
    /** One name per column: several header rows joined by a space, blanks named `column N`, repeats `name (2)`. */
    readonly names: readonly string[]
    /** Second header row kept apart where it carries meaning (Qualtrics ids). */
    readonly extra?: readonly (readonly string[])[]
  }
  /** The first records after the header (about 1,000), for recognising and for a first guess of formats. */
  readonly sample: readonly SourceRecord[]
  /** True when `sample` is the whole file. */
  readonly sampleIsAll: boolean
  /** What in the layout makes a plain bulk parse wrong (ragged rows, footers, stray quotes, repeated headers …); empty: the fast road is safe as far as seen. */
  readonly oddities: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}
