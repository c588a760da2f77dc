// What goes into a load: sources with their mappings, and what the user has settled about them.
import type { TableName } from '../../schema/index.ts'
import type { DateOrder, Mapping } from '../mapping.ts'
import type { Source } from '../source.ts'

/** What the user, the mapping file or the preset says about the cells of a source. */
export interface Told {
  readonly dateOrder?: DateOrder
  readonly decimal?: '.' | ','
  /** Amounts are in thousands or millions. */
  readonly unit?: 1 | 1000 | 1_000_000
  readonly scoreOffset?: number
  /** Words of choice columns by canonical column, folded word -> choice, with those every export shares. */
  readonly words?: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Rows are lines of an invoice whose amounts add up: an id that comes again is no duplicate. */
  readonly amountPerLine?: boolean
}

export interface LoadInput {
  readonly source: Source
  readonly mapping: Mapping
  readonly told?: Told
}

export interface LoadOptions {
  /** Text columns that will be asked for, by table; ids and all other columns are read in any case. Default: all. */
  readonly needed?: Readonly<Partial<Record<TableName, readonly string[]>>>
  /** What cannot be decided becomes a warning and the column stays empty, instead of an error: to inspect. */
  readonly tolerant?: boolean
  /** Keep every rejected row with its text; otherwise the first ones, without. */
  readonly keepRejects?: boolean
  /** Files of more bytes than that in all are read one after the other. Default: 256 MiB. */
  readonly atOnce?: number
}

export interface LoadHooks {
  readonly signal?: AbortSignal
  readonly onProgress?: (step: string) => void
}
