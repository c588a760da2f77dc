// The shape of a canonical table, as data. Detectors read these tables; every export is mapped onto them.

export const tableNames = [
  'deals',
  'leads',
  'surveys',
  'targets',
  'invoices',
  'owners',
  'customers',
  'interviews',
  'activities',
  'stage_history',
] as const
export type TableName = (typeof tableNames)[number]

/**
 * - `text`: kept as written (ids too: they are text), trimmed; blank is missing
 * - `date`: a calendar date
 * - `money`: decimal with four places, in the currency of the row
 * - `number`: decimal with four places
 * - `integer`: whole number
 * - `flag`: yes or no
 * - `choice`: one of `choices`, decided from the words of the export
 */
export type ColumnType = 'text' | 'date' | 'money' | 'number' | 'integer' | 'flag' | 'choice'

export interface Column {
  readonly type: ColumnType
  readonly description: string
  /** Header words that mean this column in an export without a preset: lower case, one space between words, no punctuation. */
  readonly synonyms: readonly string[]
  /** A normalised join key is made beside it at load, named `<column>_key`. */
  readonly key?: true
  readonly choices?: readonly string[]
  /** The day of something planned (expected close, due date): never taken for "data reach until". */
  readonly planned?: true
}

export interface Table {
  readonly name: TableName
  /** What one row is, in the user's words: `one deal (opportunity)`. */
  readonly description: string
  readonly columns: Readonly<Record<string, Column>>
  /** The column that identifies a row: evidence names rows by it, and a repeated value is a duplicate. */
  readonly identity: string | null
  /** A source can only be this table when, of each group, at least one column was found. */
  readonly recognisedBy: readonly (readonly string[])[]
}

export const keyOf = (column: string): string => `${column}_key`

/** Columns that carry a join key, with the key's name. */
export const keyColumns = (table: Table): readonly { column: string; key: string }[] =>
  Object.entries(table.columns)
    .filter(([, column]) => column.key === true)
    .map(([name]) => ({ column: name, key: keyOf(name) }))
