// A mapping: what we decided a source means. Shown, saved, editable.
import type { TableName } from '../schema/index.ts'

export type DateOrder = 'year-first' | 'day-first' | 'month-first'

/** How the cells of one column are read. Decided from all rows; `evidence` says from what. */
export type CellFormat =
  | { readonly kind: 'text' }
  | {
      readonly kind: 'date'
      readonly order: DateOrder | null
      readonly style: 'calendar' | 'epoch-seconds' | 'epoch-milliseconds' | 'excel-serial'
      readonly evidence: string
    }
  | {
      readonly kind: 'number'
      readonly decimal: '.' | ','
      readonly group: string | null
      readonly unit: 1 | 1000 | 1_000_000
      /** Cells such as `85%` count as 85. */
      readonly percent?: boolean
      readonly evidence: string
    }
  | { readonly kind: 'score'; readonly offset: number; readonly labels: boolean; readonly evidence: string }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly words: ReadonlyMap<string, string> }

export interface MappedColumn {
  /** Canonical column. */
  readonly column: string
  /** Position in the source (0-based). */
  readonly index: number
  readonly header: string
  /** `preset salesforce-deals`, `synonym "lost reason"`, `content: 98 % dates`, `salescheck.json`, `flag --deals`. */
  readonly why: string
  /** Null until decided from the rows. */
  readonly format: CellFormat | null
}

/** A wide target file: one column per period, unpivoted at load. */
export interface WideColumns {
  readonly columns: readonly { readonly index: number; readonly header: string; readonly period: string }[]
  /** Where the year comes from when the headers do not say it (`M01`): a column of the file. */
  readonly yearIndex: number | null
}

/** How won, lost and open are decided: flag columns beat words. Indexes are positions in the source. */
export interface StatusRule {
  readonly wonIndex: number | null
  readonly lostIndex: number | null
  readonly closedIndex: number | null
  /** The column with words, if any, and the decided word -> status map (folded words). */
  readonly wordsIndex: number | null
}

export interface SetAsideRule {
  readonly index: number
  /** Folded words. */
  readonly words: ReadonlySet<string>
  readonly class: string
}

export interface Candidate {
  readonly table: TableName
  readonly score: number
  readonly reason: string
  readonly missing: readonly string[]
}

/** A header that is known for a column and was not taken for it. */
export interface NotTaken {
  readonly column: string
  readonly header: string
  /** What the cells should be: `dates`, `numbers`. */
  readonly what: string
  /** Cells that are, of the filled ones looked at: the first ones, at most. */
  readonly read: number
  readonly filled: number
  /** The first cell that is not. */
  readonly example: string
}

export interface Mapping {
  /** Null: not recognised; the file is listed and nothing of it is read. */
  readonly table: TableName | null
  readonly preset: string | null
  /** Why this table, in words. */
  readonly recognised: string
  readonly columns: readonly MappedColumn[]
  /** Values that hold for every row: a period from the file name, `{ level: 'owner' }`, a currency from the mapping file. */
  readonly constants: ReadonlyMap<string, string>
  readonly status: StatusRule | null
  readonly wide: WideColumns | null
  readonly setAside: readonly SetAsideRule[]
  /** Headers of the source that nothing uses. */
  readonly unmapped: readonly string[]
  /** Headers that are known, but whose cells are something else. */
  readonly notTaken: readonly NotTaken[]
  /** Other tables it might be, best first: for inspect. */
  readonly candidates: readonly Candidate[]
}
