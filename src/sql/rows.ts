// The columns a query returns, read by position and typed.

/** `decimal` arrives as a JavaScript number (money, sums), `date` as `yyyy-mm-dd`. A `?` allows NULL. */
export type CellSpec =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'number'
  | 'date'
  | 'flag'
  | 'text?'
  | 'integer?'
  | 'decimal?'
  | 'number?'
  | 'date?'
  | 'flag?'

/** Column names in the order of the SELECT list. */
export type RowSpec = Readonly<Record<string, CellSpec>>

type Cell<S extends CellSpec> = S extends `${infer B}?` ? Present<B> | null : Present<S>
type Present<B extends string> = B extends 'text' | 'date' ? string : B extends 'flag' ? boolean : number

export type Row<S extends RowSpec> = { readonly [K in keyof S]: Cell<S[K]> }
