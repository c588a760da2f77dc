// What one record of a file turned out to be.
import type { ScanDefect } from './scanner.ts'

export type RecordClass =
  | 'footer'
  | 'repeated-header'
  | 'subtotal'
  | 'group-heading'
  | 'continuation'
  | 'blank-cells'
  | 'second-table'

/** What was mended in a row that is used, or what is wrong with one that is not. */
export type RecordDefect =
  | Exclude<ScanDefect, 'too-long'>
  /** Fewer cells than the header: empty ones were added at the end. */
  | 'padded'
  /** More cells than the header, the surplus empty: cut off. */
  | 'trimmed'
  /** More cells than the header: the surplus was joined into one cell, which leaves the used columns in no doubt. */
  | 'surplus'
  /** Written with another delimiter than the rest of the file. */
  | 'other-delimiter'

interface AnyRecord {
  /** First physical line, 1-based. */
  readonly line: number
  readonly defects: readonly RecordDefect[]
  /** The record as it stands in the file. */
  readonly raw: string
  /** The cells as they stand in the file, before anything was padded, trimmed or joined. */
  readonly given: readonly string[]
}

interface DataRecord extends AnyRecord {
  readonly kind: 'data'
  /** One per column of the header. */
  readonly cells: readonly string[]
}

interface SetAsideRecord extends AnyRecord {
  readonly kind: 'set-aside'
  readonly class: RecordClass
}

export interface UnusableRecord extends AnyRecord {
  readonly kind: 'reject'
  /** `short-row`, `long-row`, `other-delimiter`, `record-too-long`. */
  readonly code: string
  readonly reason: string
}

export type ReadRecord = DataRecord | SetAsideRecord | UnusableRecord
