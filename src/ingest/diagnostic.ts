// Everything ingest wants to tell about a file, with stable codes: counted in the report, printed by inspect.

export interface Diagnostic {
  /** Stable, kebab-case: `windows-1252-assumed`, `ragged-rows`, `date-order-assumed`. */
  readonly code: string
  readonly message: string
  readonly hint?: string
  /** Physical line, 1-based, where there is one. */
  readonly line?: number
}

/** A row that cannot be used. Also kept when it comes from a cell: `column` and `value` say which. */
export interface RejectedRow {
  readonly line: number
  readonly code: string
  readonly column: string | null
  readonly value: string | null
  readonly reason: string
  /** The row as text, for `--rejects FILE`. */
  readonly raw: string
}

/** Rows that are no data, by class: `footer`, `repeated-header`, `subtotal`, `duplicate`, `soft-deleted`, `test`, `blank-cells`. */
export interface SetAsideRows {
  readonly class: string
  readonly rows: number
  /** Lines of the first ones (capped at 20). */
  readonly lines: readonly number[]
}
