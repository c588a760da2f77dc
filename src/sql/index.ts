// SQL as a value, the contract of its dialects, and the types of the rows it returns.
export * from './sql.ts'
export type { Dialect } from './dialect.ts'
export type { CellSpec, Row, RowSpec } from './rows.ts'
