// A source in the engine, finished: what is in its table and what became of every record.
import type { Diagnostic, RejectedRow, SetAsideRows } from '../diagnostic.ts'
import type { Mapping } from '../mapping.ts'
import type { Source } from '../source.ts'
import type { TableName } from '../../schema/index.ts'

export interface LoadedSource {
  readonly source: Source
  /** With the formats that were decided. */
  readonly mapping: Mapping
  readonly table: TableName
  /** Its table in the engine. */
  readonly physical: string
  /** Canonical columns that its table has. */
  readonly stored: readonly string[]
  /** Text columns that are stored as places in a list, and must become text before they are given other texts. */
  readonly lists: ReadonlySet<string>
  /** Text columns that hold nothing but ASCII without stray white space: their keys are made cheaply. */
  readonly plain: ReadonlySet<string>
  readonly rows: {
    readonly read: number
    readonly used: number
    readonly rejected: number
    readonly setAside: readonly SetAsideRows[]
  }
  /** All of them, or the first ones without their text: as the options say. */
  readonly rejects: readonly RejectedRow[]
  readonly warnings: readonly Diagnostic[]
  readonly sha256: string
  readonly road: 'bulk' | 'records'
}
