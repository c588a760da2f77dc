// How cells become values: first the format of a column is decided from all its distinct cells, then every cell is read by it.
import type { ColumnType } from '../../schema/index.ts'
import type { CellFormat, DateOrder } from '../mapping.ts'

/** Distinct cells of a column with how often each occurs. */
export type CellCounts = Iterable<readonly [text: string, count: number]>

export interface FormatHints {
  /** What the user, the mapping file or the preset says; beats evidence where both are possible. */
  readonly dateOrder?: DateOrder
  readonly decimal?: '.' | ','
  /** Amounts are in thousands. */
  readonly unit?: 1 | 1000 | 1_000_000
  readonly scoreOffset?: number
  /** The header of a score says that it goes from 0 to 10. */
  readonly zeroToTen?: boolean
  /** Choice words of the preset and the mapping file: canonical choice by folded word. */
  readonly words?: ReadonlyMap<string, string>
  /** `;` files write decimal commas: evidence of last resort, always said. */
  readonly delimiter?: string
}

export type Decided =
  | { readonly format: CellFormat; readonly warning?: string }
  /** Both readings fit and nothing speaks for one: `message` says so with examples, `hint` what to write. */
  | { readonly undecidable: string; readonly hint: string }

export type CellReading =
  /** Plain form: ISO date, plain decimal, `true`/`false`, canonical choice; null for a missing cell. */
  { readonly value: string | null } | { readonly code: string; readonly reason: string }

/** `target` is the canonical column type, or `score` for surveys.score. */
export type DecideFormat = (target: ColumnType | 'score', cells: CellCounts, hints: FormatHints) => Decided
export type ReadCell = (format: CellFormat, text: string) => CellReading
