// A source: a file the user gave, as seen, before anyone decides what it means.
import type { Diagnostic } from './diagnostic.ts'

/** What a cell looks like at first glance. `blank` as the kind of a column: nothing in it, or no kind prevails. */
export type CellKind = 'number' | 'date' | 'text' | 'blank'

export interface FileStamp {
  readonly size: number
  readonly mtimeMs: number
}

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
  /** True when `file` is not the user's bytes. Rewriting keeps the line structure, so lines are the same in both. */
  readonly rewritten: boolean
  /** The user's own path; null for stdin. The same as `file` unless rewritten. */
  readonly userFile: string | null
  /** Of the user's bytes, in hex, when opening had to read them all (stdin, packed, transcoded); else the byte pass gives it. */
  readonly sha256: string | null
  /** Size and time of the user's file when it was opened, to see that it did not change while it was read; null for stdin. */
  readonly stamp: FileStamp | null
  /** `head`: a big file of which only the head is known to be UTF-8; the byte pass tells about the rest. */
  readonly utf8Checked: 'whole' | 'head'
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
    /** All header rows as they stand in the file, uncleaned; empty without a header. */
    readonly rows: readonly (readonly string[])[]
    /** Rows before the header (titles, report parameters), with their lines. */
    readonly preamble: readonly SourceRecord[]
  }
  /** What most cells of a column look like in the sample: evidence for placing the cells of ragged rows. */
  readonly kinds: readonly CellKind[]
  /** Share of the sample's rows in which each column is filled, 0 to 1. */
  readonly filled: readonly number[]
  /** Rows behind `kinds` and `filled`. */
  readonly judgedRows: number
  /** The first records after the header (about 1,000), for recognising and for a first guess of formats. */
  readonly sample: readonly SourceRecord[]
  /** True when `sample` is the whole file. */
  readonly sampleIsAll: boolean
  /** What in the layout makes a plain bulk parse wrong (ragged rows, footers, stray quotes, repeated headers …); empty: the fast road is safe as far as seen. */
  readonly oddities: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}
